/// A queue whose entries can also be taken out of the middle, each by the ticket that it was given.
///
/// Every operation costs O(1), `append` amortised. The entries lie in one array and are linked by index, so a queue
/// that has grown to its size allocates nothing, and a copy is a value of its own.
struct TicketQueue<Element> {
    private var slots: [Slot] = []
    private var first: Int?
    private var last: Int?
    /// The free slots are a list too, linked by `next`.
    private var firstFree: Int?
    private var nextSerial: UInt64 = 0
    private(set) var count = 0

    private struct Slot {
        var element: Element?
        var serial: UInt64
        var previous: Int?
        var next: Int?
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element) -> Ticket {
        let serial = nextSerial
        nextSerial += 1
        let slot = Slot(element: element, serial: serial, previous: last, next: nil)
        let index: Int
        if let free = firstFree {
            index = free
            firstFree = slots[free].next
            slots[free] = slot
        } else {
            index = slots.count
            slots.append(slot)
        }
        if let last { slots[last].next = index } else { first = index }
        last = index
        count += 1
        return Ticket(slot: index, serial: serial)
    }

    mutating func popFirst() -> Element? {
        first.flatMap { unlink($0) }
    }

    mutating func popLast() -> Element? {
        last.flatMap { unlink($0) }
    }

    /// `nil` when the entry has left the queue before.
    mutating func remove(_ ticket: Ticket) -> Element? {
        guard slots.indices.contains(ticket.slot), slots[ticket.slot].serial == ticket.serial else { return nil }
        return unlink(ticket.slot)
    }

    /// Takes everything out, first to last. O(count).
    mutating func removeAll() -> [Element] {
        let all = elements
        // Serial numbers go on, so no old ticket fits an entry that comes later.
        slots = []
        (first, last, firstFree, count) = (nil, nil, nil, 0)
        return all
    }

    /// First to last. O(count).
    var elements: [Element] {
        var all: [Element] = []
        all.reserveCapacity(count)
        var index = first
        while let current = index {
            if let element = slots[current].element { all.append(element) }
            index = slots[current].next
        }
        return all
    }

    private mutating func unlink(_ index: Int) -> Element? {
        guard let element = slots[index].element.take() else { return nil }
        let (previous, next) = (slots[index].previous, slots[index].next)
        if let previous { slots[previous].next = next } else { first = next }
        if let next { slots[next].previous = previous } else { last = previous }
        slots[index].next = firstFree
        firstFree = index
        count -= 1
        return element
    }
}

/// Names one entry of one ``TicketQueue``; the queue never gives the same ticket twice.
struct Ticket: Hashable, Sendable {
    fileprivate let slot: Int
    fileprivate let serial: UInt64
}
