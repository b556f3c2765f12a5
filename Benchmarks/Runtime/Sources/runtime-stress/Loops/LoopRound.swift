import ExecutorFutures
import Synchronization

/// One event loop from its beginning to its end, under tasks outside and on it that do anything to it.
struct LoopRound: StressRound {
    static let name = "event loops"
    let seed: UInt64
    private let tasks: Int
    private let loop: EventLoop
    private let tally = SharedTally()
    private let callbacks = CallbackTally()
    private let lostJobs = SharedTally()

    init(seed: UInt64, tasks: Int) throws {
        self.seed = seed
        self.tasks = tasks
        // A task that is spawned in the moment in which the loop ends is lost, and only that may be told.
        let configuration = EventLoop.Configuration(onEvent: { [lostJobs] event in
            guard case .lostJob = event else { preconditionFailure("\(event)") }
            lostJobs.change { $0.lost += 1 }
        })
        loop = try .onOwnThread(name: Resources.name, configuration: configuration)
    }

    func run() async throws -> Tally {
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var actions = LoopActions(
                        loop: loop, tally: tally, callbacks: callbacks, random: generator(for: task))
                    await actions.run()
                }
            }
        }
        await loop.shutdown()
        try check()
        return tally.value
    }

    private func check() throws {
        let told = tally.value
        let lost = lostJobs.value.lost
        try expectEveryEnd(told)
        try expect(
            told.ran + told.refused + lost >= told.submitted,
            "\(told.submitted) tasks, but only \(told.ran) ran, \(told.refused) were refused and \(lost) lost")
        try expect(lost > 0 || loop.statistics.tasks == 0, "\(loop.statistics.tasks) tasks are left")
        try expect(callbacks.areAllOver, "callbacks that neither ran nor were dropped: \(callbacks)")
    }
}

/// Counts callbacks by what they hold: each lets go of it when it has run, was cancelled or was dropped.
final class CallbackTally: Sendable, CustomStringConvertible {
    private let made = Atomic(0)
    private let over = Atomic(0)
    private let ran = Atomic(0)

    /// What one callback holds.
    final class Ticket: Sendable {
        private let tally: CallbackTally
        private let hasRun = Atomic(false)

        init(_ tally: CallbackTally) {
            self.tally = tally
            tally.made.add(1, ordering: .relaxed)
        }

        deinit { tally.over.add(1, ordering: .releasing) }

        func run() {
            precondition(!hasRun.exchange(true, ordering: .relaxed), "a callback ran twice")
            tally.ran.add(1, ordering: .relaxed)
        }
    }

    var areAllOver: Bool { made.load(ordering: .relaxed) == over.load(ordering: .acquiring) }

    var description: String {
        "\(made.load(ordering: .relaxed)) made, \(ran.load(ordering: .relaxed)) ran, \(over.load(ordering: .relaxed)) over"
    }
}
