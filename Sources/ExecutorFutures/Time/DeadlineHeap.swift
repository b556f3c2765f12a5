/// A binary heap in the order of (deadline, arrival): what the timers of loops and of simulated machines share.
///
/// Adding and taking cost O(log n), and move memory without counting references.
/// Inlinable, because a generic type of another module is slow otherwise.
@usableFromInline
package struct DeadlineHeap<Element> {
    @usableFromInline
    package struct Entry {
        @usableFromInline package let deadline: Int64
        /// Counts the entries in the order in which they came.
        @usableFromInline package let sequence: UInt64
        @usableFromInline package let element: Element

        @inlinable
        init(deadline: Int64, sequence: UInt64, element: Element) {
            self.deadline = deadline
            self.sequence = sequence
            self.element = element
        }

        @inlinable
        static func < (left: Entry, right: Entry) -> Bool {
            left.deadline != right.deadline ? left.deadline < right.deadline : left.sequence < right.sequence
        }
    }

    @usableFromInline var entries: [Entry] = []
    @usableFromInline var nextSequence: UInt64 = 0

    @inlinable
    package init() {}

    @inlinable package var count: Int { entries.count }
    @inlinable package var first: Entry? { entries.first }

    /// - Returns: the place of the element among all that were ever added.
    @discardableResult
    @inlinable
    package mutating func add(_ element: Element, deadline: Int64) -> UInt64 {
        let sequence = nextSequence
        nextSequence &+= 1
        entries.append(Entry(deadline: deadline, sequence: sequence, element: element))
        siftUp(entries.count - 1)
        return sequence
    }

    /// The heap must not be empty.
    @discardableResult
    @inlinable
    package mutating func removeFirst() -> Element {
        let last = entries.removeLast()
        guard let first = entries.first else { return last.element }
        entries[0] = last
        siftDown(0)
        return first.element
    }

    /// O(n).
    @inlinable
    package mutating func removeAll(where isDead: (Element) -> Bool) {
        entries.removeAll { isDead($0.element) }
        for index in stride(from: entries.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    }

    /// Takes everything out, keeps the memory, and counts from 0 again.
    @inlinable
    package mutating func reset() {
        // An empty array would ask for memory.
        if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
        nextSequence = 0
    }

    /// Takes everything out, in order. O(n log n).
    @inlinable
    package mutating func drain() -> [Element] {
        defer { entries = [] }
        return entries.sorted { $0 < $1 }.map(\.element)
    }

    // MARK: Sifting: a hole moves instead of elements that are swapped.

    @inlinable
    mutating func siftUp(_ start: Int) {
        entries.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, start > 0 else { return }
            guard base[start] < base[(start - 1) / 2] else { return }
            let moving = (base + start).move()
            var hole = start
            while hole > 0 {
                let parent = (hole - 1) / 2
                guard moving < base[parent] else { break }
                (base + hole).moveInitialize(from: base + parent, count: 1)
                hole = parent
            }
            (base + hole).initialize(to: moving)
        }
    }

    /// The hole falls to the ground, and the element climbs up from there: it comes from the end, so it seldom climbs far,
    /// and on the way down only children are compared.
    @inlinable
    mutating func siftDown(_ start: Int) {
        entries.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let moving = (base + start).move()
            var hole = start
            while true {
                var child = 2 * hole + 1
                guard child < buffer.count else { break }
                if child + 1 < buffer.count, base[child + 1] < base[child] { child += 1 }
                (base + hole).moveInitialize(from: base + child, count: 1)
                hole = child
            }
            while hole > start {
                let parent = (hole - 1) / 2
                guard moving < base[parent] else { break }
                (base + hole).moveInitialize(from: base + parent, count: 1)
                hole = parent
            }
            (base + hole).initialize(to: moving)
        }
    }
}
