/// An array with one owner: nothing is counted, and nobody asks before a change whether somebody else has it too.
///
/// A machine changes a few of these in every step, where that question costs more than the change. Keeps its memory when
/// it is emptied, for the next run.
struct OwnedArray<Element: ~Copyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 8) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) _read {
            check(index)
            yield base[index]
        }
        @inline(__always) _modify {
            check(index)
            yield &base[index]
        }
    }

    private func check(_ index: Int) {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
    }

    mutating func append(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// O(count - index).
    mutating func insert(_ element: consuming Element, at index: Int) {
        precondition(index >= 0 && index <= count, "no such place")
        if count == capacity { grow() }
        (base + index + 1).moveInitialize(from: base + index, count: count - index)
        (base + index).initialize(to: element)
        count += 1
    }

    /// O(count - index).
    mutating func remove(at index: Int) -> Element {
        check(index)
        let element = (base + index).move()
        count -= 1
        (base + index).moveInitialize(from: base + index + 1, count: count - index)
        return element
    }

    /// Takes the first `length` elements out.
    mutating func removeFirst(_ length: Int) {
        precondition(length >= 0 && length <= count, "too few elements")
        base.deinitialize(count: length)
        count -= length
        base.moveInitialize(from: base + length, count: count)
    }

    mutating func removeAll() {
        base.deinitialize(count: count)
        count = 0
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}

extension OwnedArray {
    init(_ elements: some Sequence<Element>) {
        self.init()
        append(contentsOf: elements)
    }

    mutating func append(contentsOf elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    /// Moves all elements to the end of another one.
    mutating func move(to other: inout OwnedArray) {
        for index in indices { other.append(self[index]) }
        removeAll()
    }
}
