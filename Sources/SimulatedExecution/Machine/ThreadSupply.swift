/// The threads of one kind in a run, and what waits for them.
struct ThreadSupply: ~Copyable {
    /// How many threads there may be now; Dispatch adds some to its shared ones while they block.
    var width: Int
    /// Threads that have a task, running or blocked.
    var busy = 0
    /// Threads whose tasks compute.
    var computing = 0
    var ready = ReadyList()
    /// Which numbers are taken, one bit each: of the first 64, and of the rest.
    private var firstTaken: UInt64 = 0
    private var restTaken = OwnedArray<UInt64>()

    init(width: Int) { self.width = width }

    mutating func reset(width: Int) {
        self.width = width
        busy = 0
        computing = 0
        ready.removeAll()
        firstTaken = 0
        restTaken.removeAll()
    }

    /// Takes the free thread with the lowest number.
    mutating func take() -> Int {
        busy += 1
        if let number = Self.takeLowest(in: &firstTaken) { return number }
        for index in restTaken.indices {
            if let number = Self.takeLowest(in: &restTaken[index]) { return (index + 1) * 64 + number }
        }
        restTaken.append(1)
        return restTaken.count * 64
    }

    private static func takeLowest(in taken: inout UInt64) -> Int? {
        guard taken != .max else { return nil }
        let number = (~taken).trailingZeroBitCount
        taken |= 1 << UInt64(number)
        return number
    }

    mutating func free(_ number: Int) {
        busy -= 1
        let mask: UInt64 = ~(1 << UInt64(number & 63))
        if number < 64 { firstTaken &= mask } else { restTaken[number / 64 - 1] &= mask }
    }
}
