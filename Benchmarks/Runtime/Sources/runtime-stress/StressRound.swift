/// One thing from its beginning to its end, under tasks that do anything to it.
protocol StressRound: Sendable {
    static var name: String { get }
    var seed: UInt64 { get }

    /// - Parameter tasks: how many work at a time.
    init(seed: UInt64, tasks: Int) throws

    /// - Throws: ``StressFailure`` if the accounts do not agree.
    func run() async throws -> Tally
}

extension StressRound {
    func expect(_ condition: Bool, _ problem: @autoclosure () -> String) throws {
        if !condition { throw StressFailure(description: "\(Self.name), seed \(seed): \(problem())") }
    }

    /// Every future must have ended, once, in one of the known ways.
    func expectEveryEnd(_ told: Tally) throws {
        try expect(told.ended == told.submitted, "\(told.submitted) futures, but \(told.ended) ends")
        try expect(
            told.finished + told.cancelled + told.refused + told.lost == told.submitted,
            "futures that ended in no way: \(told)")
    }

    /// Random numbers for one of the tasks.
    func generator(for task: Int) -> SeededGenerator { SeededGenerator(seed: seed &* 1_009 &+ UInt64(task)) }
}

/// Something that should not be.
struct StressFailure: Error, CustomStringConvertible {
    var description: String
}
