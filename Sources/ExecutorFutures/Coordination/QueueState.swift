/// The decisions of an ``AsyncQueue`` as a plain value: who gets which element, who waits, who is let go.
///
/// While a taker waits, nothing lies in the buffer; while a putter waits, the buffer is full. So an element and a taker
/// that are both there are always brought together at once, and neither takers nor putters overtake their like.
struct QueueState<Element: Sendable, Putter, Taker, Joiner> {
    private let capacity: Int
    private var buffer: QueueBuffer<Element>
    private(set) var putters = TicketQueue<WaitingElement>()
    private(set) var takers = TicketQueue<Taker>()
    private(set) var joiners = TicketQueue<Joiner>()
    private(set) var isFinished = false
    /// Elements that were put and for which nobody has said yet that the work is done.
    private(set) var unfinished = 0

    struct WaitingElement {
        var element: Element
        var putter: Putter
    }

    /// - Parameter capacity: of the buffer; less than 1 means 1, `nil` any number.
    init(capacity: Int?, order: QueueOrder<Element>) {
        self.capacity = capacity.map { max($0, 1) } ?? .max
        buffer = QueueBuffer(order: order)
    }

    var count: Int { buffer.count }
    var isFull: Bool { buffer.count >= capacity }

    // MARK: Putting

    enum Put {
        case buffered
        /// Resume the taker with the element.
        case handedOver(Taker)
        case full
        case finished
    }

    mutating func put(_ element: Element) -> Put {
        if isFinished { return .finished }
        if let taker = takers.popFirst() {
            unfinished += 1
            return .handedOver(taker)
        }
        guard !isFull else { return .full }
        unfinished += 1
        buffer.add(element)
        return .buffered
    }

    /// Queues a putter that found the queue full.
    mutating func wait(_ putter: Putter, with element: Element) -> Ticket {
        putters.append(WaitingElement(element: element, putter: putter))
    }

    /// `nil` when the putter's element was accepted, or the putter was let go.
    mutating func leave(putter ticket: Ticket) -> WaitingElement? {
        putters.remove(ticket)
    }

    // MARK: Taking

    enum Take {
        /// The element, and the putter to be told that the room it made is its own.
        case element(Element, admitted: Putter?)
        case empty
        /// Empty, and nothing will come.
        case finished
    }

    mutating func take() -> Take {
        guard let element = buffer.take() else { return isFinished ? .finished : .empty }
        guard let next = putters.popFirst() else { return .element(element, admitted: nil) }
        unfinished += 1
        buffer.add(next.element)
        return .element(element, admitted: next.putter)
    }

    /// Queues a taker that found the queue empty.
    mutating func wait(_ taker: Taker) -> Ticket {
        takers.append(taker)
    }

    /// `nil` when the taker got an element, or was let go.
    mutating func leave(taker ticket: Ticket) -> Taker? {
        takers.remove(ticket)
    }

    // MARK: Joining

    /// Queues somebody who waits until all work is done; `nil` when it is.
    mutating func join(_ joiner: Joiner) -> Ticket? {
        unfinished == 0 ? nil : joiners.append(joiner)
    }

    /// `nil` when the joiner was let go.
    mutating func leave(joiner ticket: Ticket) -> Joiner? {
        joiners.remove(ticket)
    }

    /// Counts one element as done.
    /// - Returns: the joiners to let go; `nil` when there was no element left to be done.
    mutating func taskDone() -> [Joiner]? {
        guard unfinished > 0 else { return nil }
        unfinished -= 1
        return unfinished == 0 ? joiners.removeAll() : []
    }

    // MARK: The end

    /// Who is to be told of the end, and what falls out of the queue.
    struct End {
        var putters: [WaitingElement]
        var takers: [Taker]
        var joiners: [Joiner]
        var discarded: [Element]
    }

    /// Takes no more elements. Those in the buffer can still be taken, unless they are discarded, which counts as done.
    mutating func finish(discarding: Bool) -> End {
        isFinished = true
        let discarded = discarding ? buffer.takeAll() : []
        // Never below zero: `taskDone` may have been called for elements that still lay here.
        unfinished = max(unfinished - discarded.count, 0)
        return End(
            putters: putters.removeAll(), takers: takers.removeAll(),
            joiners: unfinished == 0 ? joiners.removeAll() : [], discarded: discarded)
    }
}
