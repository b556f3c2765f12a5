/// The choices of a run: how many there were, and those that deviate from option 0.
struct ChoiceLog {
    private(set) var count = 0
    private(set) var deviations: [Deviation] = []

    mutating func reset() {
        count = 0
        if !deviations.isEmpty { deviations.removeAll(keepingCapacity: true) }
    }

    mutating func note(_ option: Int) {
        if option > 0 { deviations.append(Deviation(position: count, option: option)) }
        count += 1
    }
}

/// A choice that is not option 0.
public struct Deviation: Sendable, Hashable {
    /// The choice's number in its run, from 0.
    public var position: Int
    /// At least 1.
    public var option: Int

    public init(position: Int, option: Int) {
        self.position = position
        self.option = option
    }
}
