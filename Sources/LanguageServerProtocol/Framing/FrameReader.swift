/// Cuts a stream of bytes into the bodies of messages: a header with `Content-Length`, an empty line, so many bytes.
///
/// It holds what has come and nothing is reserved in advance, so a length that lies costs no memory. Header names may be
/// in any case, lines may end with LF alone, and other fields are passed over, as robust readers do.
package struct FrameReader: Sendable {
    /// Why no message can be found in the stream any more: where the next one begins is unknown from here on.
    package enum Failure: Error, Hashable, CustomStringConvertible {
        case headerTooLong
        case noLength(header: String)
        case bodyTooLong(length: Int)

        package var description: String {
            switch self {
            case .headerTooLong: "a header of more than \(FrameReader.headerLimit) bytes"
            case .noLength(let header): "a header without a usable Content-Length: \(header)"
            case .bodyTooLong(let length): "a message of \(length) bytes, where \(FrameReader.bodyLimit) is the most"
            }
        }
    }

    package static let headerLimit = 8 << 10
    package static let bodyLimit = 256 << 20

    private var bytes: [UInt8] = []
    /// What is taken already.
    private var start = 0
    /// Of the message whose header has come.
    private var length: Int?

    package init() {}

    /// Whether the stream may end here: between two messages.
    package var isBetweenMessages: Bool { start == bytes.count && length == nil }

    package mutating func append(_ more: [UInt8]) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// The next whole message; `nil` while it has not come.
    package mutating func next() throws(Failure) -> [UInt8]? {
        if length == nil { length = try takeHeader() }
        guard let length, bytes.count - start >= length else { return nil }
        defer {
            start += length
            self.length = nil
        }
        return Array(bytes[start..<start + length])
    }

    /// The length that the header tells, when all of it has come. A header is short, so it is looked through again with
    /// every piece of it.
    private mutating func takeHeader() throws(Failure) -> Int? {
        var lines: [String] = []
        var lineStart = start
        for index in start..<bytes.count {
            guard index - start < Self.headerLimit else { throw .headerTooLong }
            guard bytes[index] == 0x0A else { continue }
            let end = index > lineStart && bytes[index - 1] == 0x0D ? index - 1 : index
            if end > lineStart {
                lines.append(String(decoding: bytes[lineStart..<end], as: UTF8.self))
            } else if !lines.isEmpty {
                start = index + 1
                return try Self.length(in: lines)
            }
            lineStart = index + 1
        }
        return nil
    }

    private static func length(in lines: [String]) throws(Failure) -> Int {
        var length: Int?
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-length" else {
                continue
            }
            var value = line[line.index(after: colon)...]
            while let first = value.first, first == " " || first == "\t" { value.removeFirst() }
            while let last = value.last, last == " " || last == "\t" { value.removeLast() }
            length = Int(value)
        }
        guard let length, length >= 0 else { throw .noLength(header: lines.joined(separator: " | ")) }
        guard length <= bodyLimit else { throw .bodyTooLong(length: length) }
        return length
    }
}

/// A message as the stream carries it.
package func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
}
