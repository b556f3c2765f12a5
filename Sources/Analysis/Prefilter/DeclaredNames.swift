/// The names that a text may declare, found without parsing it.
///
/// May hold names that the text only mentions (in comments, strings and argument lists), never lacks one that it
/// declares with `func`, `var`, `let`, `case`, a type keyword, `typealias`, `associatedtype`, `macro` or `extension`.
package struct DeclaredNames: Sendable {
    private var hashes: Set<UInt64> = []

    /// O(n), no allocation per name.
    package init(in text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            var scanner = DeclarationScanner(bytes: bytes)
            while let name = scanner.nextName() { hashes.insert(Self.hash(name)) }
        }
    }

    /// - Parameter name: without backticks.
    package func mayContain(_ name: String) -> Bool { hashes.contains(Self.hash(name.utf8)) }

    package var count: Int { hashes.count }

    private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash()
        hash.add(name)
        return hash.value
    }
}

/// Goes from identifier to identifier; a keyword or a comma makes the next one a name.
///
/// A comment between the two does not end the wait: all its words are taken, and the first one behind it.
private struct DeclarationScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var expectsName = false
    /// End of the comment that stands where a name is expected.
    private var commentEnd = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func nextName() -> Slice<UnsafeBufferPointer<UInt8>>? {
        while index < bytes.count {
            let byte = bytes[index]
            guard IdentifierMask.contains(byte) else {
                passSeparator(byte)
                continue
            }
            let start = index
            while index < bytes.count, IdentifierMask.contains(bytes[index]) { index += 1 }
            let isName = expectsName
            let insideComment = start < commentEnd
            if isName, start > 0, bytes[start - 1] == UInt8(ascii: "`") { endRawIdentifier() }
            // `extension Outer.Inner` declares in both.
            let isDotted = isName && index < bytes.count && bytes[index] == UInt8(ascii: ".")
            expectsName = isDotted || (isName && insideComment) || isKeyword(bytes[start..<index])
            if isName { return bytes[start..<index] }
        }
        return nil
    }

    /// Two bindings or two cases stand on either side of a comma.
    private mutating func passSeparator(_ byte: UInt8) {
        if byte == UInt8(ascii: ",") { expectsName = true }
        if byte == UInt8(ascii: "/"), expectsName, index >= commentEnd { commentEnd = endOfComment() }
        index += 1
    }

    /// Moves behind the last byte of a name in backticks that holds more than an identifier: `` `reads a file` ``.
    private mutating func endRawIdentifier() {
        var end = index
        while end < bytes.count, bytes[end] != UInt8(ascii: "`"), bytes[end] != 0x0A { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "`") { index = end }
    }

    /// The end of the comment that starts here, or `index` when none does.
    private func endOfComment() -> Int {
        guard index + 1 < bytes.count else { return index }
        var end = index + 2
        if bytes[index + 1] == UInt8(ascii: "/") {
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            return end
        }
        guard bytes[index + 1] == UInt8(ascii: "*") else { return index }
        var depth = 1
        while end + 1 < bytes.count, depth > 0 {
            let isStar = bytes[end] == UInt8(ascii: "*"), isSlash = bytes[end] == UInt8(ascii: "/")
            if isStar, bytes[end + 1] == UInt8(ascii: "/") {
                depth -= 1
                end += 2
            } else if isSlash, bytes[end + 1] == UInt8(ascii: "*") {
                depth += 1
                end += 2
            } else {
                end += 1
            }
        }
        return depth > 0 ? bytes.count : end
    }

    private func isKeyword(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.count < Self.keywords.count else { return false }
        return Self.keywords[word.count].contains { $0.elementsEqual(word) }
    }

    /// By length.
    private static let keywords: [[[UInt8]]] = {
        let words = [
            "func", "var", "let", "case", "class", "struct", "enum", "actor", "protocol", "typealias",
            "associatedtype", "extension", "macro",
        ]
        let longest = words.map(\.utf8.count).max() ?? 0
        return (0...longest).map { length in words.map { Array($0.utf8) }.filter { $0.count == length } }
    }()
}
