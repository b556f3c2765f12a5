/// What a loop runs next, in the order in which it became ready: one queue for callbacks and for jobs of tasks.
///
/// A ring of raw memory that grows by doubling and never shrinks, so adding and taking allocate nothing once it has its
/// size. Own code, because the ring's bounds are powers of two and nothing else is asked of it.
struct ReadyQueue: ~Copyable {
    private var storage: UnsafeMutablePointer<ReadyEntry>
    private var mask: Int
    private var head = 0
    private(set) var count = 0

    init() {
        storage = .allocate(capacity: 64)
        mask = 63
    }

    deinit {
        for index in 0..<count { (storage + ((head + index) & mask)).deinitialize(count: 1) }
        storage.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    /// O(1) amortised.
    mutating func append(_ entry: consuming ReadyEntry) {
        if count > mask { grow() }
        (storage + ((head &+ count) & mask)).initialize(to: entry)
        count &+= 1
    }

    /// O(1).
    mutating func popFirst() -> ReadyEntry? {
        guard count > 0 else { return nil }
        let entry = (storage + head).move()
        head = (head &+ 1) & mask
        count &-= 1
        return entry
    }

    /// Takes the entry that became ready as number `index`; the others keep their order. O(n).
    mutating func remove(at index: Int) -> ReadyEntry {
        precondition(index >= 0 && index < count)
        let entry = (storage + ((head + index) & mask)).move()
        for position in stride(from: index, to: 0, by: -1) {
            (storage + ((head + position) & mask))
                .moveInitialize(from: storage + ((head + position - 1) & mask), count: 1)
        }
        head = (head + 1) & mask
        count -= 1
        return entry
    }

    /// The entry that became ready as number `index`.
    subscript(index: Int) -> ReadyEntry {
        get { storage[(head + index) & mask] }
        set { storage[(head + index) & mask] = newValue }
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<ReadyEntry>.allocate(capacity: (mask + 1) * 2)
        let tail = mask + 1 - head
        larger.moveInitialize(from: storage + head, count: tail)
        (larger + tail).moveInitialize(from: storage, count: head)
        storage.deallocate()
        storage = larger
        head = 0
        mask = mask * 2 + 1
    }
}

/// One thing that is ready to run.
enum ReadyEntry {
    /// A piece of a task that is bound to no actor.
    case taskJob(UnownedJob, JobNumber = .unknown)
    /// A piece of a task on an actor that is pinned to the loop.
    case actorJob(UnownedJob, JobNumber = .unknown)
    case call(() throws -> Void)
    case placedCall(PlacedCallback)
    case timer(LoopTimer)
    /// A task of another executor that wants to sleep; it must be resumed even if the entry is dropped.
    case sleeper(LoopTimer, UnsafeContinuation<Void, any Error>)
    case descriptor(DescriptorHandler)
    case step(IndependentStep)
}

/// The number of a job's task for a scheduler, which is only found out when there is one.
struct JobNumber {
    static let unknown = JobNumber(value: -1)
    let value: Int
}

/// A callback that a scheduler may order freely among the others; how the simulator builds what is not a task.
final class IndependentStep {
    let number: Int
    let body: () throws -> Void

    init(number: Int, body: @escaping () throws -> Void) {
        self.number = number
        self.body = body
    }
}
