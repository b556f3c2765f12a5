/// What is known about things of many files, by file and position: a dictionary of references that hashes nothing.
///
/// Takes four bytes for everything of a file once one thing of the file has a value.
struct ReferenceTable<ID: SummaryID, Value> {
    /// For each file and position the index of the value, plus one.
    private var slots: [[Int32]]
    private var values: [Value] = []

    init(files: Int) { slots = Array(repeating: [], count: files) }

    /// O(1). A value may be replaced but not removed.
    subscript(reference: Reference<ID>) -> Value? {
        get {
            let row = slots[reference.file]
            guard reference.id.index < row.count, row[reference.id.index] > 0 else { return nil }
            return values[Int(row[reference.id.index]) - 1]
        }
    }

    mutating func set(_ reference: Reference<ID>, to value: Value) {
        let position = reference.id.index
        let missing = position + 1 - slots[reference.file].count
        if missing > 0 { slots[reference.file].append(contentsOf: repeatElement(0, count: missing)) }
        let slot = Int(slots[reference.file][position])
        if slot > 0 {
            values[slot - 1] = value
        } else {
            values.append(value)
            slots[reference.file][position] = Int32(values.count)
        }
    }
}

extension ReferenceTable {
    /// Adds to the list that a reference has.
    mutating func append<Element>(_ element: Element, to reference: Reference<ID>) where Value == [Element] {
        let position = reference.id.index
        if position < slots[reference.file].count, slots[reference.file][position] > 0 {
            values[Int(slots[reference.file][position]) - 1].append(element)
        } else {
            set(reference, to: [element])
        }
    }
}
