import ProgramModel
import SourceModel

/// A program with the edits of some fixes, and where the places of the old one are in it.
package struct FixedProgram {
    let tables: SourceTables
    /// Where each file of the old program is in this one.
    private let files: [Int]
    /// Of the files of the old program that have any, by place.
    private let edits: [Int: [Edit]]

    /// One piece of text that took the place of another, in the old file's UTF-8 offsets.
    package struct Edit: Sendable {
        var range: SourceRange
        var newLength: Int

        package init(range: SourceRange, newLength: Int) {
            self.range = range
            self.newLength = newLength
        }

        fileprivate var growth: Int { newLength - (range.end - range.start) }
    }

    /// - Parameters:
    ///   - program: linked after the edits.
    ///   - files: for each file of the old program, in its order, where it is now; fixes may add files.
    ///   - edits: by the old program's files.
    package init(_ program: Program, files: [Int], edits: [Int: [Edit]]) {
        tables = SourceTables(program)
        self.files = files
        self.edits = edits.mapValues { $0.sorted { $0.range < $1.range } }
    }

    /// The body that was this one; `nil` when an edit has replaced where it begins.
    func region(of old: BodyReference, in program: Program) -> BodyReference? {
        guard files.indices.contains(old.file) else { return nil }
        let file = files[old.file]
        guard edits[old.file] != nil else { return BodyReference(file, old.id) }
        guard let start = offset(of: program.index.body(old).nameRange.start, in: old.file) else { return nil }
        let bodies = tables.program.files[file].summary.bodies
        return bodies.firstIndex { $0.nameRange.start == start }.map { BodyReference(file, BodyID($0)) }
    }

    /// The flagged place, if the fixes have left it: where it was, or by its name in the text that took its place.
    func site(of old: Site, in program: Program) -> Site? {
        let (file, anchor, name) = Self.place(of: old, in: program)
        guard files.indices.contains(file) else { return nil }
        if let start = offset(of: anchor, in: file) { return tables.site(at: start, in: files[file]) }
        guard let name, let range = replacement(at: anchor, in: file) else { return nil }
        return call(named: name, in: range, of: files[file])
    }

    private static func place(of site: Site, in program: Program) -> (file: Int, anchor: Int, name: String?) {
        switch site {
        case .call(let call):
            let found = program.index.call(call)
            return (call.file, found.nameRange.start, found.baseName(in: program.files[call.file].summary))
        case .read(let read): return (read.file, program.index.read(read).nameRange.start, nil)
        case .loop(let loop): return (loop.body.file, loop.keywordRange.start, nil)
        }
    }

    private func call(named name: String, in range: SourceRange, of file: Int) -> Site? {
        let summary = tables.program.files[file].summary
        let position = summary.calls.firstIndex { call in
            range.start <= call.nameRange.start && call.nameRange.end <= range.end
                && call.baseName(in: summary) == name
        }
        return position.map { .call(CallReference(file, CallID($0))) }
    }

    // MARK: Offsets

    /// Where a place is now; `nil` when an edit has replaced it.
    private func offset(of old: Int, in file: Int) -> Int? {
        var offset = old
        for edit in edits[file] ?? [] {
            if edit.range.end <= old {
                offset += edit.growth
            } else if edit.range.start <= old {
                return nil
            }
        }
        return offset
    }

    /// The new text that a place of the old one has gone up in.
    private func replacement(at old: Int, in file: Int) -> SourceRange? {
        var growth = 0
        for edit in edits[file] ?? [] {
            if edit.range.start <= old, old < edit.range.end {
                let start = edit.range.start + growth
                return SourceRange(start, start + edit.newLength)
            }
            growth += edit.growth
        }
        return nil
    }
}
