/// A line of `include`, `exclude` or `paths`: which files and folders below one folder are meant.
///
/// A pattern without `/` is meant at any depth, one with `/` starts at the folder of its configuration file; a pattern
/// that fits a folder means everything below it.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible {
    /// The folder that the pattern is for, without `/` at its end; empty for the one where the paths start.
    package let base: String
    package let glob: Glob
    private let isFloating: Bool

    /// - Parameters:
    ///   - pattern: `*.pb.swift`, `Sources/Generated`, `/build/**`.
    ///   - base: spelled as the paths are that will be asked for.
    package init(_ pattern: String, base: String = "") throws(GlobProblem) {
        var pattern = pattern[...]
        if pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
        if pattern.count > 1, pattern.hasSuffix("/") { pattern = pattern.dropLast() }
        isFloating = !pattern.contains("/")
        if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
        glob = try Glob(String(pattern))
        self.base = base
    }

    package var description: String { base.isEmpty ? glob.pattern : "\(base)/\(glob.pattern)" }

    /// Whether a file or folder is meant, by its own name or by a folder that it is in. O(components × length).
    package func matches(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { matches($0) }
    }

    /// As `matches(_:)`, for the bytes of a path.
    func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        let slash = UInt8(ascii: "/")
        var first = 0
        if !base.isEmpty {
            guard path.starts(with: base.utf8), path.count > base.utf8.count, path[base.utf8.count] == slash else {
                return false
            }
            first = base.utf8.count + 1
        }
        if path.count >= first + 2, path[first] == UInt8(ascii: "."), path[first + 1] == slash { first += 2 }
        var start = first
        var end = first
        while start < path.count {
            while end < path.count, path[end] != slash { end += 1 }
            let part = (isFloating ? start : first)..<end
            if glob.matches(UnsafeBufferPointer(rebasing: path[part])) { return true }
            end += 1
            start = end
        }
        return false
    }
}

extension [PathPattern] {
    /// Whether one of the patterns means the file or folder.
    package func contain(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in contains { $0.matches(bytes) } }
    }
}
