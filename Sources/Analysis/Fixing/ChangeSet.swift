import Fixes
import SourceModel
import Verdicts

/// Changes of several files that can be made together.
package struct ChangeSet: Sendable {
    private var changes: [String: [Rewrite]] = [:]

    package init() {}

    /// Paths of the files that change, sorted.
    package var paths: [String] { changes.keys.sorted() }

    package var isEmpty: Bool { changes.isEmpty }

    /// Adds all rewrites, or none of them.
    ///
    /// The same insertion may be wanted by many: an import, the declaration of an executor. It is made once.
    /// - Returns: `false` when one of them overlaps what is there.
    package mutating func add(_ rewrites: [Rewrite]) -> Bool {
        var added = changes
        for rewrite in rewrites {
            let others = added[rewrite.path] ?? []
            if others.contains(rewrite) {
                // Two that replace the same text by the same text are one; two that insert may not both be meant.
                if rewrite.range.isEmpty, !Self.isShared(rewrite) { return false }
                continue
            }
            if others.contains(where: { Self.overlaps($0.range, rewrite.range) }) { return false }
            added[rewrite.path, default: []].append(rewrite)
        }
        changes = added
        return true
    }

    /// Insertions that serve every fix of a file: whole lines.
    private static func isShared(_ rewrite: Rewrite) -> Bool { rewrite.newText.hasSuffix("\n") }

    private static func overlaps(_ left: SourceRange, _ right: SourceRange) -> Bool {
        if left.isEmpty, right.isEmpty { return left.start == right.start }
        if left.isEmpty { return right.start <= left.start && left.start < right.end }
        if right.isEmpty { return left.start <= right.start && right.start < left.end }
        return left.start < right.end && right.start < left.end
    }

    // MARK: Texts

    /// - Returns: `nil` when a change lies outside the text.
    package func apply(to text: [UInt8], of path: String) -> [UInt8]? { Edits.apply(changes[path] ?? [], to: text) }

    /// The snapshot with the changes made; only changed files are summarised anew.
    func applied(
        to snapshot: Snapshot, _ digests: [FileDigest], _ texts: EditedTexts
    ) -> (snapshot: Snapshot, digests: [FileDigest]) {
        var files = snapshot.files
        var fresh: [String: FileDigest] = [:]
        for path in paths {
            let index = snapshot.index(of: path)
            if let index {
                files[index] = applied(to: files[index])
                fresh[path] = texts.digest(of: files[index].text, path)
            } else if let new = newFile(path, snapshot) {
                files.append(new)
                fresh[path] = texts.digest(of: new.text, path)
            }
        }
        let changed = Snapshot(files: files, unreadable: snapshot.unreadable)
        let digests = changed.files.map { file in
            fresh[file.path] ?? snapshot.index(of: file.path).map { digests[$0] } ?? FileDigest(file.text)
        }
        return (changed, digests)
    }

    /// The file with its changes made, or as it is when one lies outside its text.
    func applied(to file: SourceFile) -> SourceFile {
        guard let text = apply(to: file.text, of: file.path) else { return file }
        var changed = file
        changed.text = text
        changed.callees = file.callees?.moved { target(of: file.path, at: $0) }
        return changed
    }

    /// A file that a fix makes: it belongs to the module of the files around it.
    func newFile(_ path: String, _ snapshot: Snapshot) -> SourceFile? {
        guard let text = apply(to: [], of: path) else { return nil }
        let folder = path.hasSuffix(FilePath.name(path)) ? String(path.dropLast(FilePath.name(path).count)) : ""
        let neighbour = snapshot.files.first { changes[$0.path] != nil && $0.path.hasPrefix(folder) }
        guard let neighbour else { return SourceFile(path: path, text: text) }
        let beside = { (location: String) in
            String(location.dropLast(neighbour.path.count)) + path
        }
        return SourceFile(
            path: path, location: beside(neighbour.location), stablePath: beside(neighbour.stablePath), text: text,
            module: neighbour.module, configuration: neighbour.configuration)
    }

    func rewrites(of path: String) -> [Rewrite] { changes[path] ?? [] }

    /// The changes of one file, as far as places go.
    func edits(of path: String) -> [FixedProgram.Edit] {
        (changes[path] ?? []).map { FixedProgram.Edit(range: $0.range, newLength: $0.newText.utf8.count) }
    }

    // MARK: Places

    enum Origin {
        /// The offset that the place had before.
        case unchanged(Int)
        /// Where the change starts, before it is made.
        case changed(Int)
    }

    /// The change that replaces the text at an offset of the old text.
    func change(of path: String, at offset: Int) -> Int? {
        (changes[path] ?? []).first { $0.range.contains(offset) }?.range.start
    }

    /// Where an offset of the old text is found in the new one; `nil` when it is replaced.
    func target(of path: String, at offset: Int) -> Int? {
        var shift = 0
        for rewrite in changes[path] ?? [] {
            if rewrite.range.contains(offset) { return nil }
            if rewrite.range.end <= offset {
                shift += rewrite.newText.utf8.count - (rewrite.range.end - rewrite.range.start)
            }
        }
        return offset + shift
    }

    /// Where the text of one of the changes starts when all are made.
    func newStart(of rewrite: Rewrite) -> Int {
        let before = (changes[rewrite.path] ?? []).filter { $0 != rewrite && $0.range.end <= rewrite.range.start }
        return before.reduce(rewrite.range.start) { $0 + $1.newText.utf8.count - ($1.range.end - $1.range.start) }
    }

    /// Where an offset of the new text comes from.
    func origin(of path: String, at offset: Int) -> Origin {
        var shift = 0
        for rewrite in (changes[path] ?? []).sorted(by: { $0.range < $1.range }) {
            let start = rewrite.range.start + shift
            if offset < start { break }
            let length = rewrite.newText.utf8.count
            if offset < start + length { return .changed(rewrite.range.start) }
            shift += length - (rewrite.range.end - rewrite.range.start)
        }
        return .unchanged(offset - shift)
    }
}
