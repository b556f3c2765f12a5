import SourceModel
import SwiftParsing

/// Parses texts with changes made, and remembers the last one of each file: it is asked whether it parses, and then
/// what it says.
///
/// Not Sendable: one thread checks the fixes of a snapshot.
final class EditedTexts {
    private let snapshot: Snapshot
    private var known: [String: Parsed] = [:]

    private struct Parsed {
        var text: [UInt8]
        var digest: FileDigest
        var hasError: Bool
    }

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// Whether a file parses with its changes made, or did not without them.
    func parses(_ path: String, with changes: ChangeSet) -> Bool {
        let old = snapshot.text(of: path) ?? []
        guard let new = changes.apply(to: old, of: path) else { return false }
        return !parsed(new, path).hasError || ParsedFile.parse(old).tree.hasError
    }

    /// - Parameter text: of a file, with its changes made.
    func digest(of text: [UInt8], _ path: String) -> FileDigest { parsed(text, path).digest }

    private func parsed(_ text: [UInt8], _ path: String) -> Parsed {
        if let last = known[path], last.text == text { return last }
        let file = ParsedFile.parse(text)
        let parsed = Parsed(text: text, digest: FileDigest(file, of: text), hasError: file.tree.hasError)
        known[path] = parsed
        return parsed
    }
}
