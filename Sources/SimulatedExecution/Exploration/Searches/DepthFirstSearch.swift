/// All runs with at most so many deviations from option 0, one after the other.
struct DepthFirstSearch: Search {
    let latencySeed: UInt64
    /// `nil` for any number.
    private let bound: Int?
    private var path: [(option: Int, count: Int)] = []
    private var position = 0
    private var deviations = 0
    private var hasRun = false
    /// Whether there were runs that only a larger bound would reach.
    private(set) var isCutByBound = false

    init(bound: Int?, latencySeed: UInt64) {
        self.bound = bound
        self.latencySeed = latencySeed
    }

    mutating func beginRun() -> Bool {
        defer { hasRun = true }
        position = 0
        guard hasRun else { return true }
        while let last = path.popLast() {
            if last.option > 0 { deviations -= 1 }
            guard last.option + 1 < last.count else { continue }
            guard deviations < bound ?? .max else {
                isCutByBound = true
                continue
            }
            path.append((last.option + 1, last.count))
            deviations += 1
            return true
        }
        return false
    }

    mutating func choose(_ point: ChoicePoint) -> Int? {
        if position == path.count { path.append((0, point.count)) }
        defer { position += 1 }
        return path[position].option
    }
}
