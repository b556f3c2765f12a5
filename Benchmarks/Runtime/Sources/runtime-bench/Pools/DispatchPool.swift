import Dispatch

/// A private dispatch queue: a continuation for one job, a counter for many. One worker is a serial queue; of several,
/// Dispatch decides itself how many it starts.
struct DispatchPool: PoolSubject {
    private let queue: DispatchQueue

    init(workers: Int) {
        queue = DispatchQueue(label: "pool", attributes: workers == 1 ? [] : .concurrent)
    }

    func roundTrip(_ number: Int) async -> Int {
        await withUnsafeContinuation { continuation in
            queue.async { continuation.resume(returning: number) }
        }
    }

    func batch(_ count: Int) async -> Int {
        await ResultSlots.sum(count) { results in
            for number in 0..<count { queue.async { results.fill(number) } }
        }
    }
}
