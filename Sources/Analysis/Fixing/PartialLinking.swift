import Fixes
import ProgramModel
import SourceModel

/// Links the files that fixes change on top of the program that they were changed in.
///
/// Most fixes stay inside functions, and no other file can tell: what is found there stays as it is. A function that
/// becomes `async` is no exception, since its fix changes every file that calls it. To link a few files costs a fraction
/// of linking all.
struct PartialLinking {
    private let snapshot: Snapshot
    /// The linked snapshot.
    private let program: Program
    private let modules: Set<String>
    private let unchanged: UnchangedEffects

    init(_ snapshot: Snapshot, _ program: Program) {
        self.snapshot = snapshot
        self.program = program
        modules = Set(program.files.map(\.module))
        unchanged = UnchangedEffects(program)
    }

    /// - Parameter asked: files whose findings must be told, changed or not.
    /// - Returns: `nil` when other files see the changes.
    func edited(_ changes: ChangeSet, asking asked: Set<Int>, _ texts: EditedTexts) -> EditedProgram? {
        var files: [Int: ProgramFile] = [:]
        for path in changes.paths {
            guard let file = snapshot.index(of: path), let new = changed(file, changes, texts) else { return nil }
            files[file] = new
        }
        for file in asked where files[file] == nil { files[file] = program.files[file] }
        guard let relinked = Program(relinking: files, in: program),
            unchanged.include(OutwardEffect.all(of: Set(files.keys), in: relinked), of: Set(files.keys))
        else { return nil }
        return EditedProgram(program: relinked, snapshot: snapshot, changes: changes)
    }

    /// A file with its changes made, unless its declarations change by more than an `async`.
    private func changed(_ file: Int, _ changes: ChangeSet, _ texts: EditedTexts) -> ProgramFile? {
        let old = program.files[file]
        let path = snapshot.files[file].path
        for rewrite in changes.rewrites(of: path) {
            guard old.summary.innermostFunction(around: rewrite.range) != nil || isImport(rewrite, of: file) else {
                return nil
            }
        }
        let source = changes.applied(to: snapshot.files[file])
        let new = ProgramFile(source, texts.digest(of: source.text, path))
        return new.isTest == old.isTest && new.summary.declares(asMuchAs: old.summary) ? new : nil
    }

    /// Whether a change adds an import that shows the module no new declaration of the workspace: members are seen
    /// throughout a module.
    private func isImport(_ rewrite: Rewrite, of file: Int) -> Bool {
        guard rewrite.range.isEmpty else { return false }
        return rewrite.newText.split(whereSeparator: \.isNewline).allSatisfy { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == "import" && isKnown(String(words[1]), to: program.files[file].module)
        }
    }

    private func isKnown(_ imported: String, to module: String) -> Bool {
        !modules.contains(imported)
            || program.files.contains { $0.module == module && $0.summary.imports.contains(imported) }
    }
}
