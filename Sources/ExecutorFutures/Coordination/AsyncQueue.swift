/// A queue through which tasks hand elements to other tasks, with a limit that slows down who is too fast.
///
/// ```swift
/// let pages = AsyncQueue<Page>(capacity: 8)
/// // Producer:
/// for url in urls { try await pages.put(download(url)) }      // suspends while eight pages wait
/// pages.finish()
/// // Any number of consumers:
/// for try await page in pages { render(page) }                // ends when the queue is finished and empty
/// ```
/// Each element goes to exactly one taker. Tasks that wait are served in the order in which they came, putters and
/// takers each among themselves. An element that was accepted is never lost: a taker that is cancelled at the moment
/// when it is given an element gets the element, and a putter that is cancelled while it waits has not put anything.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller. Each costs O(1)
/// amortised, in order of priority O(log n).
public final class AsyncQueue<Element: Sendable>: Sendable {
    /// For messages.
    public let name: String
    private let boxes: BoxedQueue

    private final class Box: Sendable {
        let element: Element

        init(_ element: Element) { self.element = element }
    }

    /// - Parameters:
    ///   - capacity: how many elements may lie in the queue before `put` suspends; less than 1 means 1, `nil` as many
    ///     as memory holds. A producer that is faster than its consumers needs a limit.
    ///   - order: which element is taken first.
    ///   - name: for messages.
    public init(capacity: Int? = nil, order: QueueOrder<Element> = .fifo, name: String = "queue") {
        self.name = name
        boxes = BoxedQueue(capacity: capacity, order: order.map(Self.open))
    }

    /// Unchecked because only `put` and `tryPut` add boxes, and those are of this type.
    private static func open(_ box: BoxedQueue.Box) -> Element {
        unsafeDowncast(box, to: Box.self).element
    }

    /// How many elements lie in the queue. Another task may change that before the answer is read.
    public var count: Int { boxes.state.withLock { $0.count } }

    /// Whether nothing lies in the queue.
    public var isEmpty: Bool { count == 0 }

    /// Whether a putter would have to wait.
    public var isFull: Bool { boxes.state.withLock { $0.isFull } }

    /// Whether ``finish(discarding:)`` was called.
    public var isFinished: Bool { boxes.state.withLock { $0.isFinished } }

    // MARK: Putting

    /// Puts an element in if there is room, without waiting.
    /// - Returns: whether it did; `false` if the queue is full.
    /// - Throws: ``QueueFinished`` after ``finish(discarding:)``.
    @discardableResult
    public func tryPut(_ element: Element) throws -> Bool {
        switch boxes.tryPut(Box(element)) {
        case .finished: throw QueueFinished(name: name)
        case .full, .cancelled: false
        case .accepted: true
        }
    }

    /// Puts an element in; suspends until there is room.
    /// - Throws: ``QueueFinished`` if the queue is or becomes finished; `CancellationError` if the task was cancelled
    ///   while it waited. The element is not in the queue then.
    public nonisolated(nonsending) func put(_ element: Element) async throws {
        switch await boxes.put(Box(element)) {
        case .finished: throw QueueFinished(name: name)
        case .full, .cancelled: throw CancellationError()
        case .accepted: return
        }
    }

    // MARK: Taking

    /// Takes the next element if there is one, without waiting.
    /// - Returns: the element; `nil` if the queue is empty.
    /// - Throws: ``QueueFinished`` if the queue is finished and empty.
    public func tryTake() throws -> Element? {
        switch boxes.tryTake() {
        case .element(let box): Self.open(box)
        case .empty, .cancelled: nil
        case .finished: throw QueueFinished(name: name)
        }
    }

    /// Takes the next element; suspends until there is one.
    /// - Throws: ``QueueFinished`` if the queue is finished and empty, or becomes so; `CancellationError` if the task
    ///   was cancelled while it waited.
    public nonisolated(nonsending) func take() async throws -> Element {
        guard let element = try await takeUnlessFinished() else { throw QueueFinished(name: name) }
        return element
    }

    /// `nil` when the queue is finished and empty.
    nonisolated(nonsending) func takeUnlessFinished() async throws(CancellationError) -> Element? {
        switch await boxes.take() {
        case .element(let box): return Self.open(box)
        case .finished: return nil
        case .empty, .cancelled: throw CancellationError()
        }
    }

    // MARK: The end

    /// Says that no more elements will come.
    ///
    /// Those in the queue can still be taken. Tasks that wait to put get ``QueueFinished``; so do tasks that wait to
    /// take, and loops over the queue end once it is empty. Further calls change nothing, except that one with
    /// `discarding` still empties the queue.
    /// - Parameter discarding: whether to empty the queue too, for a stop without delay. What falls out counts as done
    ///   for ``join()``.
    /// - Returns: the discarded elements, in the order in which they would have been taken.
    @discardableResult
    public func finish(discarding: Bool = false) -> [Element] {
        boxes.finish(discarding: discarding).map(Self.open)
    }

    /// Says that the work on one element that was taken is done; for ``join()``.
    ///
    /// Ends the process if it is called more often than there were elements.
    public func taskDone() {
        precondition(boxes.taskDone(), "taskDone() on '\(name)' was called more often than elements were put")
    }

    /// Suspends until ``taskDone()`` was called for every element that was put; returns at once if none is open.
    ///
    /// It is for queues whose takers call `taskDone()` for each element; with other takers it never returns.
    /// - Throws: `CancellationError` if the task was cancelled while it waited.
    public nonisolated(nonsending) func join() async throws {
        if await !boxes.join() { throw CancellationError() }
    }
}

extension AsyncQueue: Waitable {
    /// Nobody: any task may put or take.
    package var holders: [TaskIdentity] { [] }

    /// Those that take, those that put and those that join; at most one of the first two kinds waits at a time.
    package var waiters: [TaskIdentity] {
        boxes.state.withLock { state in
            state.takers.elements.compactMap(\.task) + state.putters.elements.compactMap(\.putter.task)
                + state.joiners.elements.compactMap(\.task)
        }
    }
}
