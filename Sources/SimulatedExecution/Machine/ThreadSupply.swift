/// The threads of one kind in a run, and what waits for them.
struct ThreadSupply {
    /// How many threads there may be now; Dispatch adds some to its shared ones while they block.
    var width: Int
    /// Threads that have a task, running or blocked.
    var busy = 0
    /// Threads whose tasks compute.
    var computing = 0
    var ready = ReadyList()
    /// Which numbers are taken, one bit each.
    private var taken: [UInt64] = []

    init(width: Int) { self.width = width }

    mutating func reset(width: Int) {
        self.width = width
        busy = 0
        computing = 0
        ready.removeAll()
        for index in taken.indices { taken[index] = 0 }
    }

    /// Takes the free thread with the lowest number.
    mutating func take() -> Int {
        busy += 1
        for index in taken.indices where taken[index] != .max {
            let bit = (~taken[index]).trailingZeroBitCount
            taken[index] |= 1 << UInt64(bit)
            return index * 64 + bit
        }
        taken.append(1)
        return (taken.count - 1) * 64
    }

    mutating func free(_ number: Int) {
        busy -= 1
        taken[number >> 6] &= ~(1 << UInt64(number & 63))
    }
}
