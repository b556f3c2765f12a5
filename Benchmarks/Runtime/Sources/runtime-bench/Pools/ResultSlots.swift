import Synchronization

/// Where the jobs of a batch leave their results when the pool has no futures: a slot each, and a count of those missing.
final class ResultSlots: @unchecked Sendable {
    // Unchecked because each job writes a slot of its own, and the count orders all of that before `sum`.
    private let slots: UnsafeMutablePointer<Int>
    private let count: Int
    private let missing: Atomic<Int>
    private var waiter: UnsafeContinuation<Void, Never>?

    private init(_ count: Int) {
        slots = .allocate(capacity: count)
        slots.initialize(repeating: 0, count: count)
        self.count = count
        // One more for the submitter, which sets `waiter` before it takes its own away.
        missing = Atomic(count + 1)
    }

    deinit { slots.deallocate() }

    /// Calls `submit`, which must arrange that `fill` is called once for each number below `count`, on any thread.
    /// - Returns: the sum of the results.
    static func sum(_ count: Int, submit: (ResultSlots) -> Void) async -> Int {
        let results = ResultSlots(count)
        submit(results)
        await withUnsafeContinuation { continuation in
            results.waiter = continuation
            results.countDown()
        }
        return UnsafeBufferPointer(start: results.slots, count: count).reduce(0, +)
    }

    func fill(_ number: Int) {
        slots[number] = number
        countDown()
    }

    private func countDown() {
        if missing.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { waiter?.resume() }
    }
}
