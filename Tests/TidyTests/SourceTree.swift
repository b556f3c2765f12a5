import Foundation
import Testing

/// The files of this repository, read from where this file was compiled.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A text file and its path from the root.
    struct File: Sendable, CustomTestStringConvertible {
        let path: String
        let text: String
        let lines: [Substring]

        init(path: String, text: String) {
            self.path = path
            self.text = text
            lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }

        var name: String { String(path.split(separator: "/").last ?? "") }
        /// The target that the file belongs to: the folder below `Sources` or `Tests`.
        var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
        var isGenerated: Bool { path.contains("/Generated/") }
        var testDescription: String { path }
    }

    /// The files below some folders whose names end in `suffix`, sorted by path; missing folders have none.
    static func files(below folders: [String], suffix: String) -> [File] {
        var result: [File] = []
        for folder in folders {
            let base = root.appending(path: folder)
            let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            for path in paths where path.hasSuffix(suffix) && !path.contains(".build/") {
                guard let text = try? String(contentsOf: base.appending(path: path), encoding: .utf8) else { continue }
                result.append(File(path: "\(folder)/\(path)", text: text))
            }
        }
        return result.sorted { $0.path < $1.path }
    }

    static let sources = files(below: ["Sources"], suffix: ".swift")
    static let tests = files(below: ["Tests"], suffix: ".swift")

    static func file(_ path: String) throws -> File {
        File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// The lines of a file without comments and without the inside of string literals, so that a search finds code.
    ///
    /// Good for searching only: it does not follow interpolations.
    static func code(of file: File) -> [String] {
        var inBlockString = false
        var commentDepth = 0
        return file.lines.map { line in
            let quotes = line.components(separatedBy: "\"\"\"").count - 1
            if inBlockString {
                if quotes % 2 == 1 { inBlockString = false }
                return ""
            }
            if quotes % 2 == 1 {
                inBlockString = true
                return String(line.prefix { $0 != "\"" })
            }
            return withoutStringsAndComments(line, &commentDepth)
        }
    }

    private static func withoutStringsAndComments(_ line: Substring, _ commentDepth: inout Int) -> String {
        let isPlain = commentDepth == 0 && !line.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "/") }
        if isPlain { return String(line) }
        var result = ""
        var inString = false
        var rest = line
        while let character = rest.first {
            if commentDepth > 0 {
                if rest.hasPrefix("*/") { commentDepth -= 1 }
            } else if inString {
                if character == "\\" { rest.removeFirst() }
                if character == "\"" { inString = false }
            } else if rest.hasPrefix("//") {
                break
            } else if rest.hasPrefix("/*") {
                commentDepth += 1
            } else if character == "\"" {
                inString = true
                result.append("\"\"")
            } else {
                result.append(character)
            }
            if !rest.isEmpty { rest.removeFirst() }
        }
        return result
    }
}
