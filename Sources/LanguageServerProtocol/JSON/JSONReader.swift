/// Reads JSON text (RFC 8259) that anybody may have sent.
///
/// Never traps and never recurses deeper than `depthLimit`. Half a surrogate pair becomes U+FFFD, as do bytes that are no
/// UTF-8; numbers that fit no `Int` become `Double`s.
package struct JSONReader {
    /// Why a text is not JSON.
    package struct Failure: Error, Hashable, CustomStringConvertible {
        /// Offset of the first byte that does not fit.
        package var offset: Int
        package var problem: String

        package var description: String { "\(problem) at byte \(offset)" }
    }

    /// Arrays and objects inside each other.
    package static let depthLimit = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    /// - Throws: `Failure`.
    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, Failure> in
            do throws(Failure) {
                var reader = JSONReader(bytes: buffer)
                let value = try reader.value(depth: 0)
                reader.skipSpace()
                guard reader.offset == buffer.count else { throw reader.failure("text follows the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func failure(_ problem: String) -> Failure { Failure(offset: offset, problem: problem) }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        skipSpace()
        guard depth < Self.depthLimit else { throw failure("more than \(Self.depthLimit) levels") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case .some: throw failure("no value begins with this byte")
        case nil: throw failure("the text ends where a value should be")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[index]) else { throw failure("no value begins like this") }
        }
        return value
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        offset += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw failure("an array goes on with ',' or ends with ']'") }
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        offset += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a member's name is a string") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("a member's name is followed by ':'") }
            members[name] = try value(depth: depth + 1)
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw failure("an object goes on with ',' or ends with '}'") }
        }
    }

    // MARK: Numbers

    private mutating func number() throws(Failure) -> JSONValue {
        let start = offset
        _ = take(UInt8(ascii: "-"))
        let hasLeadingZero = next == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, !hasLeadingZero || digits == 1 else { throw failure("this is no number") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw failure("a point is followed by digits") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() > 0 else { throw failure("an exponent has digits") }
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        return .number(Double(text) ?? 0)
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
        return offset - start
    }

    // MARK: Strings

    private mutating func string() throws(Failure) -> String {
        offset += 1
        var text: [UInt8] = []
        var start = offset
        while let byte = next {
            if byte == UInt8(ascii: "\"") {
                text += bytes[start..<offset]
                offset += 1
                return String(decoding: text, as: UTF8.self)
            }
            guard byte >= 0x20 else { throw failure("a control character in a string") }
            offset += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            text += bytes[start..<offset - 1]
            text += Array(String(try escape()).utf8)
            start = offset
        }
        throw failure("a string does not end")
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        guard let byte = next else { throw failure("a string does not end") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw failure("no such escape")
        }
    }

    /// Four digits, and four more when they are the first half of a pair.
    private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
        let unit = try fourDigits()
        guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        let before = offset
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            offset = before
            return "\u{FFFD}"
        }
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low) else {
            offset = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("'\\u' is followed by four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }
}
