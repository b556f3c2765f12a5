/// A strategy at work: a scheduler that knows which run comes next.
protocol Search: StepScheduler {
    /// Makes ready for the next run.
    /// - Returns: `false` if there is none.
    mutating func beginRun() -> Bool

    /// The seed of the latencies of the run that has begun.
    var latencySeed: UInt64 { get }
}

/// The one run in which every choice is option 0.
struct FirstInFirstOutSearch: Search {
    let latencySeed: UInt64
    private var hasRun = false

    init(latencySeed: UInt64) { self.latencySeed = latencySeed }

    mutating func beginRun() -> Bool {
        defer { hasRun = true }
        return !hasRun
    }

    mutating func choose(_ point: ChoicePoint) -> Int? { 0 }
}
