/// What a step touched: 64 groups of things, each read, written or neither.
///
/// Two steps that are possible at one time commute if neither writes what the other touches. Two things may share a
/// group, which only makes steps look more dependent than they are.
struct Footprint {
    var reads: UInt64 = 0
    var writes: UInt64 = 0

    static let everything = Footprint(reads: .max, writes: .max)

    mutating func read(_ thing: Int) { reads |= 1 << UInt64(thing & 63) }
    mutating func write(_ thing: Int) { writes |= 1 << UInt64(thing & 63) }

    func commutes(with other: Footprint) -> Bool {
        writes & (other.reads | other.writes) == 0 && reads & other.writes == 0
    }
}
