/// Recognises generated code by what its first lines say: "DO NOT EDIT", "@generated".
package enum GeneratedMarker {
    /// Looks at the comments and blank lines at the head of the file, at most `lineLimit` of them and 4 KiB.
    package static func isPresent(in text: [UInt8]) -> Bool {
        var start = 0
        var insideBlock = false
        for _ in 0..<lineLimit {
            guard start < min(text.count, byteLimit) else { return false }
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let line = text[start..<end]
            let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 >= 0x80 || $0 == 0x0D }
            if content.starts(with: "/*".utf8) { insideBlock = true }
            let isComment = insideBlock || content.starts(with: "//".utf8)
            guard isComment || content.isEmpty || content.starts(with: "#!".utf8) else { return false }
            if isComment, phrases.contains(where: { offset(of: $0, in: line) != nil }) { return true }
            if insideBlock, let close = offset(of: Array("*/".utf8), in: line) {
                insideBlock = false
                guard line[(close + 2)...].allSatisfy({ $0 <= 0x20 }) else { return false }
            }
            start = end + 1
        }
        return false
    }

    private static let lineLimit = 20
    private static let byteLimit = 4096
    private static let phrases = ["DO NOT EDIT", "Do not edit", "do not edit", "@generated"].map { Array($0.utf8) }

    private static func offset(of phrase: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
        line.indices.dropLast(phrase.count - 1).first { line[$0...].starts(with: phrase) }
    }
}
