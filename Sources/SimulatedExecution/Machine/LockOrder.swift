/// In which orders tasks took locks, to see orders that could deadlock in another run.
///
/// Two orders are no danger while a third lock is held for both: only one task at a time can be there.
/// Programs with more than 64 locks are not watched.
struct LockOrder {
    /// The number of each lock among the locks; -1 for other resources.
    private let numbers: [Int]
    private let locks: [Int]
    /// For each pair the task that took the second while it held the first, plus one, and what else was held.
    private var pairs: [(taker: Int, gates: UInt64)]
    private(set) var inversions: [(first: Int, second: Int)] = []

    init(_ program: Program) {
        var numbers: [Int] = []
        var locks: [Int] = []
        for (index, resource) in program.scenario.resources.enumerated() {
            switch resource.kind {
            case .lock, .readWriteLock:
                numbers.append(locks.count)
                locks.append(index)
            default: numbers.append(-1)
            }
        }
        if locks.count < 2 || locks.count > 64 { locks = [] }
        self.numbers = numbers
        self.locks = locks
        pairs = Array(repeating: (0, 0), count: locks.count * locks.count)
    }

    mutating func reset() {
        for index in pairs.indices { pairs[index] = (0, 0) }
        if !inversions.isEmpty { inversions.removeAll(keepingCapacity: true) }
    }

    mutating func willAcquire(_ lock: Int, _ task: Int, _ resources: borrowing OwnedArray<ResourceState>) {
        guard !locks.isEmpty else { return }
        var held: UInt64 = 0
        for (number, other) in locks.enumerated() where resources[other].owner == task { held |= 1 << UInt64(number) }
        guard held != 0 else { return }
        let second = numbers[lock]
        for first in locks.indices where first != second && held & (1 << UInt64(first)) != 0 {
            note(first, second, task, gates: held & ~(1 << UInt64(first)))
        }
    }

    private mutating func note(_ first: Int, _ second: Int, _ task: Int, gates: UInt64) {
        let index = first * locks.count + second
        if pairs[index].taker == 0 { pairs[index] = (task + 1, gates) } else { pairs[index].gates &= gates }
        let opposite = pairs[second * locks.count + first]
        guard opposite.taker > 0, opposite.taker != task + 1, opposite.gates & gates == 0 else { return }
        let inversion = (first: locks[min(first, second)], second: locks[max(first, second)])
        if !inversions.contains(where: { $0 == inversion }) { inversions.append(inversion) }
    }
}
