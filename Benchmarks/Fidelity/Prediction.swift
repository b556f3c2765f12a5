import SimulatedExecution

/// What the simulator says about a scenario on a machine of one width.
struct Prediction {
    /// Of the run that is first in, first out, and the least and greatest of all runs with one deviation from that.
    private(set) var stall: (first: Duration, range: ClosedRange<Duration>)
    private(set) var makespan: (first: Duration, range: ClosedRange<Duration>)
    /// Whether the first run deadlocks.
    let hasDeadlock: Bool
    /// Whether some other run does, of those with few deviations and of a sample of the rest.
    let mayDeadlock: Bool

    private static let heartbeat = Duration.milliseconds(5)

    /// - Parameters:
    ///   - width: threads of the cooperative pool, and cores.
    ///   - sharesDispatchThreads: whether the heartbeat stands in one line with jobs of Dispatch's queues.
    init(_ scenario: Scenario, width: Int, sharesDispatchThreads: Bool) throws {
        var limits = RunLimits()
        limits.heartbeat = Self.heartbeat
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: width), limits: limits)
        let log = ChoiceCounts()
        let first = simulator.run(Deviating(position: -1, option: 0, counts: log))
        hasDeadlock = first.ending == .deadlock
        stall = (first.measurements.longestStall, first.measurements.longestStall...first.measurements.longestStall)
        makespan = (first.measurements.makespan, first.measurements.makespan...first.measurements.makespan)
        let explored = simulator.explore(.portfolio(seed: 1), within: Budget(schedules: 2_000))
        mayDeadlock = !hasDeadlock && (explored.endings[.deadlock] ?? 0) > 0
        for (position, count) in log.counts.enumerated() {
            for option in 1..<count {
                let run = simulator.run(Deviating(position: position, option: option, counts: ChoiceCounts()))
                guard run.ending == .finished else { continue }
                stall.range = stall.range.reaching(run.measurements.longestStall)
                makespan.range = makespan.range.reaching(run.measurements.makespan)
            }
        }
        if sharesDispatchThreads {
            let traced = simulator.run(Deviating(position: -1, option: 0, counts: ChoiceCounts()), isTraced: true)
            stall.range = stall.range.reaching(min(stall.first, Self.stallOfFirstInLine(traced.trace)))
        }
    }

    /// How long a heartbeat waits when it gets every thread that a job has left before the next job does: the simulator
    /// lets it stand behind what came before it, and Dispatch may serve either queue first.
    private static func stallOfFirstInLine(_ trace: [TraceEvent]) -> Duration {
        let times = trace.filter { event in
            if case .left = event.kind { true } else { false }
        }.map(\.time)
        let gaps = zip([.zero] + times, times).map { $1 - $0 }
        return max((gaps.max() ?? .zero) - heartbeat, .zero)
    }
}

/// How many options each choice of a run had.
private final class ChoiceCounts {
    var counts: [Int] = []
}

/// First in, first out, but for one choice.
private struct Deviating: Scheduler {
    let position: Int
    let option: Int
    let counts: ChoiceCounts

    func choose(_ point: ChoicePoint) -> Int? {
        counts.counts.append(point.count)
        return counts.counts.count - 1 == position ? option : 0
    }
}

extension ClosedRange<Duration> {
    fileprivate func reaching(_ time: Duration) -> Self {
        Swift.min(lowerBound, time)...Swift.max(upperBound, time)
    }
}
