/// Runs without end in which every choice is drawn, each option as likely as the others.
///
/// Each run draws its latencies anew, too.
struct RandomSearch: Search {
    private let seed: UInt64
    private var run: UInt64 = 0
    private var state: UInt64 = 0

    init(seed: UInt64) { self.seed = seed }

    var latencySeed: UInt64 { mixed(seed &+ run) }

    mutating func beginRun() -> Bool {
        run += 1
        state = mixed(mixed(seed) ^ run)
        return true
    }

    mutating func choose(_ point: ChoicePoint) -> Int? {
        state = mixed(state)
        return Int(state.multipliedFullWidth(by: UInt64(point.count)).high)
    }
}
