import ProgramModel
import SourceModel
import Verdicts

/// A linked program, and the changes that it has.
struct EditedProgram {
    var program: Program
    var snapshot: Snapshot
    var changes: ChangeSet

    func fixed(from old: Snapshot) -> FixedProgram {
        var edits: [Int: [FixedProgram.Edit]] = [:]
        for path in changes.paths {
            if let file = old.index(of: path) { edits[file] = changes.edits(of: path) }
        }
        // Every file of before is still there; when none was added, in its place.
        let files =
            snapshot.files.count == old.files.count
            ? Array(old.files.indices) : old.files.map { snapshot.index(of: $0.path) ?? snapshot.files.endIndex }
        return FixedProgram(program, files: files, edits: edits)
    }
}
