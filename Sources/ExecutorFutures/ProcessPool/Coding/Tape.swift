/// Encoded bytes that were checked from end to end, with a note of where each value lies.
///
/// The check comes first and covers everything: tags, lengths, UTF-8, depth. Whoever reads a tape afterwards can find
/// values of another type than it wants, but nothing that is out of bounds. O(n), in one pass.
final class Tape: Sendable {
    let bytes: ArraySlice<UInt8>
    /// In the order of the bytes; the first is the whole. Keys of a map are nodes as well, tagged `string`.
    let nodes: [Node]

    struct Node: Sendable {
        var tag: BinaryTag
        /// For `packed`: the code of the element's type.
        var element: UInt8 = 0
        /// Where the content starts, behind tag and length.
        var position: UInt32
        /// Of a `string` or `packed`: how many bytes; of a `list` or `map`: how many values or entries.
        var count: UInt32 = 0
        /// The index of the first node behind this one and all that lies in it.
        var next: UInt32 = 0
    }

    /// - Throws: if the bytes are not exactly one value.
    init(_ bytes: ArraySlice<UInt8>) throws(MalformedBytes) {
        guard bytes.endIndex <= Int(UInt32.max) else { throw MalformedBytes("it is longer than 4 GiB") }
        var scan = Scan(reader: ByteReader(bytes))
        // Enough for most jobs; large ones grow from here.
        scan.nodes.reserveCapacity(min(bytes.count, 32))
        try scan.value(depth: 0)
        guard scan.reader.isAtEnd else { throw MalformedBytes("something follows the value") }
        self.bytes = bytes
        nodes = scan.nodes
    }

    /// The index of the node that follows one and all that lies in it.
    func next(after index: Int) -> Int { Int(nodes[index].next) }

    func content(of node: Node) -> ArraySlice<UInt8> {
        bytes[Int(node.position)..<Int(node.position + node.count)]
    }

    /// The content of a node that was checked to hold such a number.
    func fixed<Number: FixedWidthInteger>(_ node: Node) -> Number {
        bytes[Int(node.position)...].withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
    }

    /// The content of a node that was checked to hold a variable-length number.
    func variable(_ node: Node) -> UInt64 {
        var reader = ByteReader(bytes[Int(node.position)...])
        return (try? reader.variable()) ?? 0
    }

    private struct Scan {
        var reader: ByteReader
        var nodes: [Node] = []

        mutating func value(depth: Int) throws(MalformedBytes) {
            guard depth <= maximumCodingDepth else {
                throw MalformedBytes("values lie more than \(maximumCodingDepth) deep")
            }
            let code = try reader.byte()
            guard let tag = BinaryTag(rawValue: code) else { throw MalformedBytes("\(code) is the tag of nothing") }
            let index = nodes.count
            append(tag)
            switch tag {
            case .null, .false, .true: break
            case .signed, .unsigned: _ = try reader.variable()
            case .wideSigned, .wideUnsigned: _ = try reader.fixed(UInt128.self)
            case .float: _ = try reader.fixed(UInt32.self)
            case .double: _ = try reader.fixed(UInt64.self)
            case .string: try text(index)
            case .packed:
                nodes[index].element = try reader.byte()
                locate(index, try reader.counted())
            case .list:
                nodes[index].count = UInt32(try reader.count())
                for _ in 0..<nodes[index].count { try value(depth: depth + 1) }
            case .map:
                nodes[index].count = UInt32(try reader.count())
                for _ in 0..<nodes[index].count {
                    append(.string)
                    try text(nodes.count - 1)
                    try value(depth: depth + 1)
                }
            }
            nodes[index].next = UInt32(nodes.count)
        }

        private mutating func append(_ tag: BinaryTag) {
            nodes.append(Node(tag: tag, position: UInt32(reader.position), next: UInt32(nodes.count + 1)))
        }

        private mutating func text(_ index: Int) throws(MalformedBytes) {
            let content = try reader.counted()
            guard isUTF8(content) else { throw MalformedBytes("a string is not UTF-8") }
            locate(index, content)
        }

        private mutating func locate(_ index: Int, _ content: ArraySlice<UInt8>) {
            nodes[index].position = UInt32(content.startIndex)
            nodes[index].count = UInt32(content.count)
        }
    }
}

private func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    // The standard library validates only while it makes a string; short ones cost no allocation.
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}
