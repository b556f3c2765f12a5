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
        guard let (changed, added) = changed(changes, texts) else { return nil }
        var files = changed
        for file in asked where files[file] == nil { files[file] = program.files[file] }
        guard let relinked = program.relinking(&files, adding: added), unchanged.covers(Set(files.keys), of: relinked)
        else {
            return nil
        }
        return EditedProgram(program: relinked, changes: changes)
    }

    // MARK: Changed files

    /// The changed files by their numbers, and the new ones; `nil` when others can tell.
    private func changed(
        _ changes: ChangeSet, _ texts: EditedTexts
    ) -> (changed: [Int: ProgramFile], added: [ProgramFile])? {
        let numbers = Set(changes.paths.compactMap(snapshot.index))
        var changed: [Int: ProgramFile] = [:]
        var added: [ProgramFile] = []
        for path in changes.paths {
            if let file = snapshot.index(of: path) {
                guard let new = self.changed(file, among: numbers, changes, texts) else { return nil }
                changed[file] = new
            } else {
                guard let new = self.added(path, beside: numbers, changes, texts) else { return nil }
                added.append(new)
            }
        }
        return (changed, added)
    }

    /// A file with its changes made, unless others can tell: what it declares may change by an `async`, or where no name
    /// leads to it.
    private func changed(
        _ file: Int, among files: Set<Int>, _ changes: ChangeSet, _ texts: EditedTexts
    ) -> ProgramFile? {
        let old = program.files[file]
        let path = snapshot.files[file].path
        for rewrite in changes.rewrites(of: path) {
            guard old.summary.innermostFunction(around: rewrite.range) != nil || isImport(rewrite, of: file) else {
                return nil
            }
        }
        let source = changes.applied(to: snapshot.files[file])
        let new = ProgramFile(source, texts.digest(of: source.text, path))
        let declaresTheSame = new.summary.declares(asMuchAs: old.summary) {
            program.mayRun(FunctionReference(file, $0), outside: files)
        }
        return new.isTest == old.isTest && declaresTheSame ? new : nil
    }

    /// A new file that declares nothing but global names which no other file spells.
    private func added(
        _ path: String, beside files: Set<Int>, _ changes: ChangeSet, _ texts: EditedTexts
    ) -> ProgramFile? {
        guard let source = changes.newFile(path, snapshot) else { return nil }
        let new = ProgramFile(source, texts.digest(of: source.text, path))
        let summary = new.summary
        guard summary.types.isEmpty, summary.typeAliases.isEmpty, summary.exports.isEmpty,
            summary.imports.allSatisfy({ isKnown($0, to: new.module) })
        else { return nil }
        let names = summary.properties.map(\.name) + summary.functions.map(\.name)
        return names.contains { program.isSpelled($0, outside: files) } ? nil : new
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
