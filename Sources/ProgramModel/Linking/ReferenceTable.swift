/// What is known about things of many files, by file and position: a dictionary of references that hashes nothing.
///
/// Takes four bytes for everything of a file up to the last thing that has a value. Grows in small steps: a big table
/// that doubles takes three times of what it holds while it is copied.
struct ReferenceTable<ID: SummaryID, Value> {
    /// For each file and position the index of the value, plus one.
    private var slots: [[Int32]]
    /// All of them full but the last one.
    private var chunks: [[Value]] = []
    private var count = 0

    private static var chunkBits: Int { 9 }

    init(files: Int) { slots = Array(repeating: [], count: files) }

    /// O(1). A value may be replaced but not removed.
    subscript(reference: Reference<ID>) -> Value? {
        get {
            guard let index = index(of: reference) else { return nil }
            return chunks[index >> Self.chunkBits][index & (1 << Self.chunkBits - 1)]
        }
    }

    mutating func set(_ reference: Reference<ID>, to value: Value) {
        if let index = index(of: reference) {
            chunks[index >> Self.chunkBits][index & (1 << Self.chunkBits - 1)] = value
            return
        }
        makeSlot(reference.file, reference.id.index)
        if count >> Self.chunkBits == chunks.count { chunks.append([]) }
        chunks[chunks.count - 1].append(value)
        count += 1
        slots[reference.file][reference.id.index] = Int32(count)
    }

    /// Forgets all values.
    mutating func removeAll() { self = ReferenceTable(files: slots.count) }

    private func index(of reference: Reference<ID>) -> Int? {
        let row = slots[reference.file]
        guard reference.id.index < row.count, row[reference.id.index] > 0 else { return nil }
        return Int(row[reference.id.index]) - 1
    }

    private mutating func makeSlot(_ file: Int, _ position: Int) {
        let missing = position + 1 - slots[file].count
        guard missing > 0 else { return }
        if slots[file].capacity <= position { slots[file].reserveCapacity(position + position / 8 + 8) }
        slots[file].append(contentsOf: repeatElement(0, count: missing))
    }
}

extension ReferenceTable {
    /// Adds to the list that a reference has.
    mutating func append<Element>(_ element: Element, to reference: Reference<ID>) where Value == [Element] {
        if let index = index(of: reference) {
            chunks[index >> Self.chunkBits][index & (1 << Self.chunkBits - 1)].append(element)
        } else {
            set(reference, to: [element])
        }
    }
}
