import ProgramModel
import SourceModel
import Verdicts

/// A linked program, and the changes that it has.
struct EditedProgram {
    var program: Program
    var changes: ChangeSet

    func path(of file: Int) -> String { program.files[file].path }

    func fixed(from old: Snapshot) -> FixedProgram {
        var edits: [Int: [FixedProgram.Edit]] = [:]
        for path in changes.paths {
            if let file = old.index(of: path) { edits[file] = changes.edits(of: path) }
        }
        return FixedProgram(program, files: places(of: old), edits: edits)
    }

    /// Where the program has each file of before; when none was added, in its place.
    private func places(of old: Snapshot) -> [Int] {
        let files = program.files
        guard files.count != old.files.count else { return Array(files.indices) }
        let places = Dictionary(files.indices.map { (files[$0].path, $0) }) { first, _ in first }
        return old.files.map { places[$0.path] ?? files.endIndex }
    }
}
