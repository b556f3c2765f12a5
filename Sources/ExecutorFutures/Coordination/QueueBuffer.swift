/// The elements that lie in an ``AsyncQueue``, in the order of their taking.
///
/// Adding and taking cost O(1) amortised, and O(log n) in order of priority.
struct QueueBuffer<Element: Sendable> {
    private let order: QueueOrder<Element>
    private var line = TicketQueue<Element>()
    private var heap: [Ranked] = []
    private var nextRank: UInt64 = 0

    /// Rank is the order of arrival, which decides between equal elements.
    private struct Ranked {
        var element: Element
        var rank: UInt64
    }

    init(order: QueueOrder<Element>) {
        self.order = order
    }

    var count: Int { line.count + heap.count }

    mutating func add(_ element: Element) {
        guard case .priority(let isBefore) = order.kind else {
            _ = line.append(element)
            return
        }
        heap.append(Ranked(element: element, rank: nextRank))
        nextRank += 1
        siftUp(isBefore)
    }

    mutating func take() -> Element? {
        switch order.kind {
        case .fifo: return line.popFirst()
        case .lifo: return line.popLast()
        case .priority(let isBefore):
            guard !heap.isEmpty else { return nil }
            heap.swapAt(0, heap.count - 1)
            let smallest = heap.removeLast()
            siftDown(isBefore)
            return smallest.element
        }
    }

    /// Takes everything out, in the order of taking.
    mutating func takeAll() -> [Element] {
        var all: [Element] = []
        all.reserveCapacity(count)
        while let element = take() { all.append(element) }
        return all
    }

    // MARK: The heap: each element is before its children, which are at 2i + 1 and 2i + 2.

    private mutating func siftUp(_ isBefore: (Element, Element) -> Bool) {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.precedes(heap[child], heap[parent], isBefore) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ isBefore: (Element, Element) -> Bool) {
        var parent = 0
        while true {
            var smallest = parent
            for child in (2 * parent + 1)...(2 * parent + 2) where child < heap.count {
                if Self.precedes(heap[child], heap[smallest], isBefore) { smallest = child }
            }
            guard smallest != parent else { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }

    private static func precedes(_ left: Ranked, _ right: Ranked, _ isBefore: (Element, Element) -> Bool) -> Bool {
        // One question is enough: who came first also wins a tie.
        left.rank < right.rank
            ? !isBefore(right.element, left.element)
            : isBefore(left.element, right.element)
    }
}
