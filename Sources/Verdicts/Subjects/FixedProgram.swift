import ProgramModel
import SourceModel

/// A program with the edits of one fix, and where the places of the old one are in it.
package struct FixedProgram {
    let tables: SourceTables
    private let file: Int
    private let edits: [Edit]

    /// One piece of text that took the place of another, in the old file's UTF-8 offsets.
    package struct Edit: Sendable {
        var range: SourceRange
        var newLength: Int

        package init(range: SourceRange, newLength: Int) {
            self.range = range
            self.newLength = newLength
        }
    }

    /// - Parameters:
    ///   - program: linked after the edits, with the files in the same order; new files come last.
    ///   - file: the one with the finding.
    ///   - edits: of that file.
    package init(_ program: Program, file: Int, edits: [Edit]) {
        tables = SourceTables(program)
        self.file = file
        self.edits = edits.sorted { $0.range.start < $1.range.start }
    }

    /// The body that was this one.
    func region(of old: BodyReference, in program: Program) -> BodyReference? {
        guard old.file == file else { return old }
        let bodies = tables.program.files[file].summary.bodies
        let start = offset(of: program.index.body(old).nameRange.start)
        if let position = bodies.firstIndex(where: { $0.nameRange.start == start }) {
            return BodyReference(file, BodyID(position))
        }
        return nil
    }

    /// The flagged call, if the fix has left it: where it was, or by its name in the text that took its place.
    func site(of old: Site, in program: Program) -> Site? {
        guard case .call(let call) = old, call.file == file else { return nil }
        let summary = program.files[call.file].summary
        let name = program.index.call(call).baseName(in: summary)
        let anchor = program.index.call(call).nameRange.start
        var start = 0
        for edit in edits {
            let moved = edit.range.start + start
            if edit.range.start <= anchor, anchor < edit.range.end {
                return self.site(named: name, in: SourceRange(moved, moved + edit.newLength))
            }
            start += edit.newLength - (edit.range.end - edit.range.start)
        }
        return tables.site(at: offset(of: anchor), in: file)
    }

    private func site(named name: String, in range: SourceRange) -> Site? {
        let summary = tables.program.files[file].summary
        for (position, call) in summary.calls.enumerated()
        where range.start <= call.nameRange.start && call.nameRange.end <= range.end
            && call.baseName(in: summary) == name
        {
            return .call(CallReference(file, CallID(position)))
        }
        return nil
    }

    /// Where a place is now that no edit has replaced.
    private func offset(of old: Int) -> Int {
        var offset = old
        for edit in edits where edit.range.end <= old {
            offset += edit.newLength - (edit.range.end - edit.range.start)
        }
        return offset
    }
}
