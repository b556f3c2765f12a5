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

    init(_ snapshot: Snapshot, _ program: Program) {
        self.snapshot = snapshot
        self.program = program
        modules = Set(program.files.map(\.module))
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
            outwardEffects(of: files, in: relinked).isSubset(of: outwardEffects(of: files, in: program))
        else { return nil }
        return EditedProgram(program: relinked, snapshot: snapshot, changes: changes)
    }

    /// A file with its changes made, unless its declarations change by more than an `async`.
    private func changed(_ file: Int, _ changes: ChangeSet, _ texts: EditedTexts) -> ProgramFile? {
        let old = program.files[file]
        let path = snapshot.files[file].path
        for rewrite in changes.rewrites(of: path) {
            guard isInFunction(rewrite.range, old.summary) || isImport(rewrite, of: file) else { return nil }
        }
        let source = changes.applied(to: snapshot.files[file])
        let new = ProgramFile(source, texts.digest(of: source.text, path))
        return new.isTest == old.isTest && new.summary.declares(asMuchAs: old.summary) ? new : nil
    }

    private func isInFunction(_ range: SourceRange, _ summary: FileSummary) -> Bool {
        summary.functions.contains { $0.range.start < range.start && range.end < $0.range.end }
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

    // MARK: What callers see

    /// One way in which synchronous code holds its caller's thread.
    private struct OutwardEffect: Hashable {
        var symbol: String
        var rule: RuleID
        var api: String
        var confidence: Confidence
        var conditions: [LiftedCondition]
        var isOffMainThread: Bool
    }

    /// Whether code of other files can run a region: what stands inside a function is run there, unless it is a closure
    /// that a property keeps.
    private func isReachable(_ region: BodyReference, in program: Program) -> Bool {
        switch program.index.kind(of: region) {
        case .function(let id): program.index.function(FunctionReference(region.file, id)).enclosingBody == nil
        case .closure: program.effects.holder(of: region) != nil
        case .propertyInitializer, .defaultArgument: true
        case .topLevel, .asyncLet: false
        }
    }

    private func outwardEffects(of files: [Int: ProgramFile], in program: Program) -> Set<OutwardEffect> {
        var found: Set<OutwardEffect> = []
        for region in program.effects.regions
        where files[region.file] != nil && isReachable(region, in: program)
            && program.contexts.context(of: region) == nil
        {
            let symbol = program.resolver.symbol(around: region).name
            for effect in program.effects[region] {
                found.insert(
                    OutwardEffect(
                        symbol: symbol, rule: effect.rule, api: effect.api, confidence: effect.confidence,
                        conditions: effect.conditions, isOffMainThread: effect.isOffMainThread))
            }
        }
        return found
    }
}
