import ExecutorFutures

/// A test failed in one of its simulated runs.
public struct SimulationFailure: Error, CustomStringConvertible {
    /// The seed of the run; `nil` for the one that is first in, first out.
    public let seed: UInt64?
    /// What the test threw, or an `EventLoopError`: `deadlock` when nothing could ever happen again, `abandoned` when
    /// the run made too many choices.
    public let error: any Error
    /// Whether the same choices fail in the same way again. If not, something outside the loop decides as well.
    /// Errors of test libraries are taken to be reproducible, since trying would report them twice.
    public internal(set) var isReproducible: Bool
    /// Gives the run again, with as few deviations from first in, first out as were found to be enough.
    public internal(set) var schedule: Schedule

    public var description: String {
        let run = seed.map { "the run of seed \($0)" } ?? "the first-in-first-out run"
        let advice =
            isReproducible
            ? "to run it again: try await Simulation.replay(\"\(schedule)\") { … }"
            : "the same choices did not fail again: find what takes time, randomness or order from outside the loop"
        return "\(run) failed: \(reason); \(advice)"
    }

    private var reason: String {
        switch error as? EventLoopError {
        case .deadlock:
            "\(error) (what sleeps without `loop.clock` or runs outside the loop counts as waiting for ever)"
        case .abandoned: "it made more choices than it may, as tasks that keep each other busy do"
        default: "\(error)"
        }
    }
}
