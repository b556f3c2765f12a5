import SourceModel

/// Turns offsets into lines and columns; a file's table is made when it is first asked for.
struct Places {
    private let files: [SourceFile]
    private var tables: [Int: LineTable] = [:]

    init(_ files: [SourceFile]) { self.files = files }

    /// - Parameter file: index into the snapshot's files; the place of one that is not there is 1:1.
    mutating func position(_ offset: Int, in file: Int) -> SourcePosition {
        table(file)?.position(of: offset) ?? SourcePosition(line: 1, column: 1)
    }

    /// The bytes of a 1-based line, without white space at its ends.
    mutating func line(_ line: Int, in file: Int) -> ArraySlice<UInt8> {
        guard let range = table(file)?.range(ofLine: line) else { return [] }
        var slice = files[file].text[range.start..<range.end]
        while let first = slice.first, first <= 0x20 { slice.removeFirst() }
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice
    }

    private mutating func table(_ file: Int) -> LineTable? {
        if let known = tables[file] { return known }
        guard files.indices.contains(file) else { return nil }
        let table = LineTable(files[file].text)
        tables[file] = table
        return table
    }
}
