/// Reads what `git diff -U0` prints.
///
/// Counts the lines of every hunk, so that content which looks like a header is never taken for one.
package enum DiffReader {
    /// The added and modified lines of each file, by the path after the change.
    ///
    /// - Parameter text: made with the prefixes `a/` and `b/`.
    package static func changedLines(in text: [UInt8]) -> [String: ChangedLines.Lines] {
        var files: [String: ChangedLines.Lines] = [:]
        var current: String?
        var isNew = false
        var contentLines = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            // "\ No newline at end of file" belongs to no count.
            if line.first == UInt8(ascii: "\\") { continue }
            if contentLines > 0 {
                contentLines -= 1
            } else if line.starts(with: "diff --git ".utf8) {
                current = nil
                isNew = false
            } else if line.starts(with: "new file mode".utf8) {
                isNew = true
            } else if line.starts(with: "+++ ".utf8) {
                current = path(line.dropFirst(4))
                if let current, isNew { files[current] = .all }
            } else if let hunk = Hunk(line) {
                contentLines = hunk.removed + hunk.added
                guard let current, !isNew, hunk.added > 0 else { continue }
                let added = hunk.start...(hunk.start + hunk.added - 1)
                if case .ranges(let known) = files[current] ?? .ranges([]) { files[current] = .ranges(known + [added]) }
            }
        }
        return files
    }

    /// The path of a `+++` line; `nil` for a removed file.
    private static func path(_ field: ArraySlice<UInt8>) -> String? {
        // Git ends a name that contains a space with a tab.
        let bytes = field.last == UInt8(ascii: "\t") ? field.dropLast() : field
        let name = bytes.first == UInt8(ascii: "\"") ? unquoted(bytes) : Array(bytes)
        guard name.starts(with: "b/".utf8) else { return nil }
        return String(decoding: name.dropFirst(2), as: UTF8.self)
    }

    /// Undoes git's quoting in the style of C: `"b/tab\there"`, `"b/\303\244"`.
    private static func unquoted(_ quoted: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = quoted.dropFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                result.append(byte)
                continue
            }
            guard (0x30...0x37).contains(escaped) else {
                result.append(escapes[escaped] ?? escaped)
                continue
            }
            var value = Int(escaped) - 0x30
            for _ in 0..<2 {
                guard let digit = rest.first, (0x30...0x37).contains(digit) else { break }
                value = value * 8 + Int(digit) - 0x30
                rest = rest.dropFirst()
            }
            result.append(UInt8(truncatingIfNeeded: value))
        }
        return result
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "a"): 0x07,
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "v"): 0x0B,
    ]

    /// `@@ -12,0 +13,2 @@ func load()`
    private struct Hunk {
        var removed = 1
        /// First line after the change.
        var start = 0
        var added = 1

        init?(_ line: ArraySlice<UInt8>) {
            guard line.starts(with: "@@ -".utf8) else { return nil }
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard fields.count >= 3, let old = Self.pair(fields[1]), let new = Self.pair(fields[2]) else { return nil }
            removed = old.count
            (start, added) = (new.start, new.count)
        }

        private static func pair(_ field: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
            let parts = String(decoding: field.dropFirst(), as: UTF8.self).split(separator: ",")
            guard let first = parts.first, let start = Int(first), start >= 0 else { return nil }
            guard parts.count > 1 else { return (start, 1) }
            guard let count = Int(parts[1]), count >= 0 else { return nil }
            return (start, count)
        }
    }
}
