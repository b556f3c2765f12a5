import SimulatedExecution
import SourceModel

/// What came out for one width of the pool and one blocking time.
struct CaseResult {
    var poolWidth: Int
    /// How long everything blocks, in moments.
    var factor: Int
    var before: Verdict.Measurement
    /// `nil` until the code after the fix has been run, which only happens where there is harm to mend.
    var after: Verdict.Measurement?

    /// How much longer blocking calls take than the rest.
    static let factors = [1, 10, 100]

    var blockingTime: Duration { Unknown.moment * factor }

    /// Whether the code held its thread for about as long as the call blocks, or for ever.
    var showsHarm: Bool {
        guard let stall = before.maxStall else { return true }
        return before.hasDeadlock || stall * 2 >= blockingTime
    }

    /// A stall that is a tenth of what it was, or shorter than a moment, is mended.
    var fix: Verdict.FixOutcome {
        guard let after else { return .ineffective }
        if after.hasDeadlock { return before.hasDeadlock ? .ineffective : .introducesHazard }
        guard let now = after.maxStall else { return .ineffective }
        guard let then = before.maxStall, !before.hasDeadlock else { return .fixed }
        if now * 10 <= then || now < Unknown.moment { return .fixed }
        return now * 4 <= then * 3 ? .improved : .ineffective
    }
}

extension Verdict.Measurement {
    init(_ measurements: Measurements, ending: RunEnding, group: ThreadID.Group) {
        let ends = ending == .finished
        let stall = measurements.stalls.first { $0.group == group }?.longest ?? .zero
        self.init(
            maxStall: ending == .deadlock ? nil : stall, makespan: ends ? measurements.makespan : nil,
            hasDeadlock: ending == .deadlock)
    }
}
