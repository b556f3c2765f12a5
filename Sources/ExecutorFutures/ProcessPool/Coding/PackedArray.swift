/// A number whose arrays are copied as they lie in memory: every bit pattern is a value of it.
protocol PackedElement: BitwiseCopyable, Sendable, BinaryPrimitive {}

extension Int: PackedElement {}
extension Int8: PackedElement {}
extension Int16: PackedElement {}
extension Int32: PackedElement {}
extension Int64: PackedElement {}
extension UInt: PackedElement {}
extension UInt8: PackedElement {}
extension UInt16: PackedElement {}
extension UInt32: PackedElement {}
extension UInt64: PackedElement {}
extension Float: PackedElement {}
extension Double: PackedElement {}

/// The element of a packed array is written as its index in here.
private let packedElements: [any PackedElement.Type] = [
    UInt8.self, Int.self, Double.self, Float.self, Int32.self, UInt32.self, Int64.self, UInt64.self, UInt.self,
    Int16.self, UInt16.self, Int8.self,
]

extension Array: BinaryPrimitive where Element: PackedElement {
    func write(to writer: inout ByteWriter) {
        writer.append(.packed)
        let code = packedElements.firstIndex { $0 == Element.self }
        writer.append(contentsOf: [UInt8(code ?? packedElements.count)])
        withUnsafeBytes { bytes in
            writer.appendVariable(UInt64(bytes.count))
            writer.append(contentsOf: bytes)
        }
    }

    static func read(_ tape: Tape, at index: Int) -> [Element]? {
        let node = tape.nodes[index]
        switch node.tag {
        case .packed:
            if tape.packedElement(of: node) == Element.self { return elements(tape.content(of: node)) }
            guard let list = tape.unpacked(node) else { return nil }
            return read(list, at: 0)
        case .list: return elements(ofListAt: index, tape)
        default: return nil
        }
    }

    /// The elements of a list, as other sequences of numbers are written.
    private static func elements(ofListAt index: Int, _ tape: Tape) -> [Element]? {
        var elements: [Element] = []
        var place = index + 1
        while place < tape.next(after: index) {
            guard let element = Element.read(tape, at: place) else { return nil }
            elements.append(element)
            place = tape.next(after: place)
        }
        return elements
    }

    fileprivate static func elements(_ content: ArraySlice<UInt8>) -> [Element] {
        let count = content.count / MemoryLayout<Element>.stride
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            content.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Element>.stride)]))
            }
            initialized = count
        }
    }
}

extension Tape {
    /// The type of a packed array's elements; `nil` if the code or the length is that of no array.
    func packedElement(of node: Node) -> (any PackedElement.Type)? {
        let code = Int(node.element)
        guard code < packedElements.count else { return nil }
        let type = packedElements[code]
        return Int(node.count) % type.stride == 0 ? type : nil
    }

    /// The same array as a list of single values, for a decoder that asks for its elements one by one.
    func unpacked(_ node: Node) -> Tape? {
        guard let type = packedElement(of: node) else { return nil }
        var writer = ByteWriter()
        type.writeList(content(of: node), to: &writer)
        return try? Tape(writer.bytes[...])
    }
}

extension PackedElement {
    fileprivate static var stride: Int { MemoryLayout<Self>.stride }

    fileprivate static func writeList(_ content: ArraySlice<UInt8>, to writer: inout ByteWriter) {
        let elements = [Self].elements(content)
        writer.append(.list)
        writer.appendVariable(UInt64(elements.count))
        for element in elements { element.write(to: &writer) }
    }
}
