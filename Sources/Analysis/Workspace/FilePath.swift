/// Arithmetic on paths as text: nothing here looks at the disk.
package enum FilePath {
    /// Removes `.`, `..`, doubled and trailing slashes; a relative path may keep leading `..`. The empty path is `.`.
    package static func normalized(_ path: String) -> String {
        let isAbsolute = path.utf8.first == slash
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        if isAbsolute { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// `path` itself when it is absolute, otherwise below `directory`; normalised.
    package static func absolute(_ path: String, in directory: String) -> String {
        path.utf8.first == slash ? normalized(path) : normalized(directory + "/" + path)
    }

    /// How a reader in `directory` names an absolute path: `Sources/A.swift`, `../B.swift`, `.`.
    package static func relative(_ path: String, to directory: String) -> String {
        let target = path.split(separator: "/")
        let base = directory.split(separator: "/")
        var shared = 0
        while shared < target.count, shared < base.count, target[shared] == base[shared] { shared += 1 }
        let parts = Array(repeating: "..", count: base.count - shared) + target[shared...].map(String.init)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    package static func join(_ directory: String, _ name: String) -> String {
        directory.utf8.last == slash ? directory + name : directory + "/" + name
    }

    /// The part after the last slash.
    package static func name(_ path: String) -> String {
        guard let last = path.utf8.lastIndex(of: slash) else { return path }
        return String(path[path.utf8.index(after: last)...])
    }

    /// The directory of an absolute path; `nil` for the root.
    package static func parent(_ path: String) -> String? {
        guard path != "/", let last = path.utf8.lastIndex(of: slash) else { return nil }
        return last == path.startIndex ? "/" : String(path[..<last])
    }

    /// Whether `path` is `directory` or lies below it; both absolute and normalised.
    package static func isPath(_ path: String, within directory: String) -> Bool {
        if directory == "/" || path == directory { return true }
        return path.utf8.count > directory.utf8.count && path.hasPrefix(directory)
            && path.utf8[path.utf8.index(path.startIndex, offsetBy: directory.utf8.count)] == slash
    }

    private static let slash = UInt8(ascii: "/")
}
