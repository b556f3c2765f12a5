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
    let state: LockedValue<State>

    typealias State = QueueState<Element, Waiter<PutOutcome>, Waiter<TakeOutcome>, Waiter<Bool>>

    enum PutOutcome {
        case accepted
        case finished
        case cancelled
    }

    enum TakeOutcome {
        case element(Element)
        case finished
        case cancelled
    }

    /// - Parameters:
    ///   - capacity: how many elements may lie in the queue before `put` suspends; less than 1 means 1, `nil` as many
    ///     as memory holds. A producer that is faster than its consumers needs a limit.
    ///   - order: which element is taken first.
    ///   - name: for messages.
    public init(capacity: Int? = nil, order: QueueOrder<Element> = .fifo, name: String = "queue") {
        self.name = name
        state = LockedValue(State(capacity: capacity, order: order))
    }

    /// How many elements lie in the queue. Another task may change that before the answer is read.
    public var count: Int { state.withLock { $0.count } }

    /// Whether nothing lies in the queue.
    public var isEmpty: Bool { count == 0 }

    /// Whether a putter would have to wait.
    public var isFull: Bool { state.withLock { $0.isFull } }

    /// Whether ``finish(discarding:)`` was called.
    public var isFinished: Bool { state.withLock { $0.isFinished } }

    // MARK: Putting

    /// Puts an element in if there is room, without waiting.
    /// - Returns: whether it did; `false` if the queue is full.
    /// - Throws: ``QueueFinished`` after ``finish(discarding:)``.
    @discardableResult
    public func tryPut(_ element: Element) throws -> Bool {
        switch state.withLock({ $0.put(element) }) {
        case .buffered: return true
        case .handedOver(let taker):
            taker.resume(.element(element))
            return true
        case .full: return false
        case .finished: throw QueueFinished(name: name)
        }
    }

    /// Puts an element in; suspends until there is room.
    /// - Throws: ``QueueFinished`` if the queue is or becomes finished; `CancellationError` if the task was cancelled
    ///   while it waited. The element is not in the queue then.
    public nonisolated(nonsending) func put(_ element: Element) async throws {
        if try tryPut(element) { return }
        var served: Waiter<TakeOutcome>?
        let outcome = await state.suspend { state, waiter in
            switch state.put(element) {
            case .buffered: return .passes(.accepted)
            case .handedOver(let taker):
                served = taker
                return .passes(.accepted)
            case .full: return .waits(state.wait(waiter, with: element))
            case .finished: return .passes(.finished)
            }
        } leave: { state, ticket in
            // The copy of the element that is released here is not the last one: this call still has its own.
            state.leave(putter: ticket).map { WakeUp(waiter: $0.putter, outcome: .cancelled) }
        }
        served?.resume(.element(element))
        switch outcome {
        case .accepted: return
        case .finished: throw QueueFinished(name: name)
        case .cancelled: throw CancellationError()
        }
    }

    // MARK: Taking

    /// Takes the next element if there is one, without waiting.
    /// - Returns: the element; `nil` if the queue is empty.
    /// - Throws: ``QueueFinished`` if the queue is finished and empty.
    public func tryTake() throws -> Element? {
        switch state.withLock({ $0.take() }) {
        case .element(let element, let admitted):
            admitted?.resume(.accepted)
            return element
        case .empty: return nil
        case .finished: throw QueueFinished(name: name)
        }
    }

    /// Takes the next element; suspends until there is one.
    /// - Throws: ``QueueFinished`` if the queue is finished and empty, or becomes so; `CancellationError` if the task
    ///   was cancelled while it waited.
    public nonisolated(nonsending) func take() async throws -> Element {
        switch await takeOutcome() {
        case .element(let element): return element
        case .finished: throw QueueFinished(name: name)
        case .cancelled: throw CancellationError()
        }
    }

    nonisolated(nonsending) func takeOutcome() async -> TakeOutcome {
        var admitted: Waiter<PutOutcome>?
        func attempt(_ state: inout State) -> TakeOutcome? {
            switch state.take() {
            case .element(let element, let putter):
                admitted = putter
                return .element(element)
            case .empty: return nil
            case .finished: return .finished
            }
        }
        var outcome = state.withLock(attempt)
        if outcome == nil {
            outcome = await state.suspend { state, waiter in
                attempt(&state).map(Entry.passes) ?? .waits(state.wait(waiter))
            } leave: { state, ticket in
                state.leave(taker: ticket).map { WakeUp(waiter: $0, outcome: .cancelled) }
            }
        }
        admitted?.resume(.accepted)
        return outcome ?? .cancelled
    }
}
