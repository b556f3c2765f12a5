/// A type whose values the format writes itself, without asking the type's `encode(to:)`.
protocol BinaryPrimitive {
    func write(to writer: inout ByteWriter)

    /// `nil` if the node holds something else, or a number that is too large for the type.
    static func read(_ tape: Tape, at index: Int) -> Self?
}

extension Bool: BinaryPrimitive {
    func write(to writer: inout ByteWriter) {
        writer.append(self ? .true : .false)
    }

    static func read(_ tape: Tape, at index: Int) -> Bool? {
        switch tape.nodes[index].tag {
        case .true: true
        case .false: false
        default: nil
        }
    }
}

extension String: BinaryPrimitive {
    func write(to writer: inout ByteWriter) {
        writer.append(.string)
        writer.appendCounted(self)
    }

    static func read(_ tape: Tape, at index: Int) -> String? {
        let node = tape.nodes[index]
        return node.tag == .string ? String(decoding: tape.content(of: node), as: UTF8.self) : nil
    }
}

extension Double: BinaryPrimitive {
    func write(to writer: inout ByteWriter) {
        writer.append(.double)
        writer.appendFixed(bitPattern)
    }

    static func read(_ tape: Tape, at index: Int) -> Double? {
        let node = tape.nodes[index]
        return node.tag == .double ? Double(bitPattern: tape.fixed(node)) : nil
    }
}

extension Float: BinaryPrimitive {
    func write(to writer: inout ByteWriter) {
        writer.append(.float)
        writer.appendFixed(bitPattern)
    }

    static func read(_ tape: Tape, at index: Int) -> Float? {
        let node = tape.nodes[index]
        return node.tag == .float ? Float(bitPattern: tape.fixed(node)) : nil
    }
}

/// An integer of any width. The width is not written, so a decoder may ask for another one that is wide enough.
protocol IntegerPrimitive: BinaryPrimitive, FixedWidthInteger {}

extension IntegerPrimitive {
    func write(to writer: inout ByteWriter) {
        if let signed = Int64(exactly: self), Self.isSigned {
            writer.append(.signed)
            writer.appendVariable(UInt64(bitPattern: (signed << 1) ^ (signed >> 63)))
        } else if let unsigned = UInt64(exactly: self) {
            writer.append(.unsigned)
            writer.appendVariable(unsigned)
        } else {
            writer.append(Self.isSigned ? .wideSigned : .wideUnsigned)
            writer.appendFixed(UInt128(truncatingIfNeeded: self))
        }
    }

    static func read(_ tape: Tape, at index: Int) -> Self? {
        let node = tape.nodes[index]
        switch node.tag {
        case .signed:
            let zigzag = tape.variable(node)
            return Self(exactly: Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1))
        case .unsigned: return Self(exactly: tape.variable(node))
        case .wideSigned: return Self(exactly: tape.fixed(node) as Int128)
        case .wideUnsigned: return Self(exactly: tape.fixed(node) as UInt128)
        default: return nil
        }
    }
}

extension Int: IntegerPrimitive {}
extension Int8: IntegerPrimitive {}
extension Int16: IntegerPrimitive {}
extension Int32: IntegerPrimitive {}
extension Int64: IntegerPrimitive {}
extension Int128: IntegerPrimitive {}
extension UInt: IntegerPrimitive {}
extension UInt8: IntegerPrimitive {}
extension UInt16: IntegerPrimitive {}
extension UInt32: IntegerPrimitive {}
extension UInt64: IntegerPrimitive {}
extension UInt128: IntegerPrimitive {}
