/// Reads what a ``ByteWriter`` wrote, and believes none of it: bad input throws, and never traps.
struct ByteReader {
    let bytes: ArraySlice<UInt8>
    /// The index of the next byte.
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }
    /// What has not been read.
    var rest: ArraySlice<UInt8> { bytes[position...] }
    private var left: Int { bytes.endIndex - position }

    mutating func byte() throws(MalformedBytes) -> UInt8 {
        guard left > 0 else { throw MalformedBytes("the input ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(MalformedBytes) -> Number {
        let slice = try take(MemoryLayout<Number>.size)
        return slice.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
    }

    mutating func variable() throws(MalformedBytes) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let next = try byte()
            let bits = UInt64(next & 0x7F)
            guard shift < 63 || bits <= 1 else { break }
            number |= bits << shift
            if next < 0x80 { return number }
        }
        throw MalformedBytes("a number does not fit in 64 bits")
    }

    /// A number of things that each take at least one byte of what is left.
    mutating func count() throws(MalformedBytes) -> Int {
        let number = try variable()
        guard number <= UInt64(left) else { throw MalformedBytes("\(number) things cannot follow in \(left) bytes") }
        return Int(number)
    }

    mutating func counted() throws(MalformedBytes) -> ArraySlice<UInt8> {
        try take(try count())
    }

    mutating func string() throws(MalformedBytes) -> String {
        guard let text = String(validating: try counted(), as: UTF8.self) else {
            throw MalformedBytes("a string is not UTF-8")
        }
        return text
    }

    private mutating func take(_ count: Int) throws(MalformedBytes) -> ArraySlice<UInt8> {
        guard left >= count else { throw MalformedBytes("the input ends too early") }
        defer { position += count }
        return bytes[position..<position + count]
    }
}

/// Bytes that no writer of this module produces.
struct MalformedBytes: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
