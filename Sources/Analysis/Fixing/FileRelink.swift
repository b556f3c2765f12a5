import Fixes
import ProgramModel
import SourceModel

/// Links a single changed file on top of the program that it was changed in.
///
/// Most fixes stay inside the functions of one file, and other files cannot tell: what is found in them stays as it is.
/// To link one file costs a fraction of linking all.
struct FileRelink {
    private let snapshot: Snapshot
    private let digests: [FileDigest]
    /// The linked snapshot.
    private let program: Program

    init(_ snapshot: Snapshot, _ digests: [FileDigest], _ program: Program) {
        self.snapshot = snapshot
        self.digests = digests
        self.program = program
    }

    /// The file that a fix changes, when other files cannot see the change.
    ///
    /// O(bodies of the file), and O(files) for an import.
    func file(changedBy rewrites: [Rewrite]) -> Int? {
        guard let path = rewrites.first?.path, rewrites.allSatisfy({ $0.path == path }),
            let file = snapshot.index(of: path)
        else { return nil }
        return rewrites.allSatisfy { isInFunction($0.range, of: file) || isKnownImport($0, of: file) } ? file : nil
    }

    /// - Parameter changes: of that file alone.
    /// - Returns: `nil` when the file cannot be judged alone.
    func edited(_ file: Int, _ changes: ChangeSet) -> EditedProgram? {
        let changed = changes.applied(to: snapshot.files[file])
        let new = ProgramFile(changed, FileDigest(changed.text))
        guard new.isTest == program.files[file].isTest,
            let relinked = Program(relinking: file, as: new, in: program),
            Self.outwardEffects(of: file, in: relinked).isSubset(of: Self.outwardEffects(of: file, in: program))
        else { return nil }
        return EditedProgram(program: relinked, snapshot: snapshot, changes: changes)
    }

    /// Whether a change leaves all declarations of the file alone.
    private func isInFunction(_ range: SourceRange, of file: Int) -> Bool {
        digests[file].summary.bodies.contains { body in
            guard case .function = body.kind else { return false }
            return body.range.start < range.start && range.end < body.range.end
        }
    }

    /// Whether a change adds an import that a file of the module has already: members are seen throughout a module.
    private func isKnownImport(_ rewrite: Rewrite, of file: Int) -> Bool {
        guard rewrite.range.isEmpty else { return false }
        let module = snapshot.files[file].module.name
        return rewrite.newText.split(whereSeparator: \.isNewline).allSatisfy { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == "import"
                && program.files.contains { $0.module == module && $0.summary.imports.contains(String(words[1])) }
        }
    }

    // MARK: What callers see

    /// One way in which synchronous code holds its caller's thread.
    private struct OutwardEffect: Hashable {
        var symbol: String
        var rule: RuleID
        var api: String
        var confidence: Confidence
        var conditions: [LiftedCondition]
    }

    private static func outwardEffects(of file: Int, in program: Program) -> Set<OutwardEffect> {
        var found: Set<OutwardEffect> = []
        for region in program.effects.regions
        where region.file == file && program.contexts.context(of: region) == nil {
            let symbol = program.resolver.symbol(around: region).name
            for effect in program.effects[region] {
                found.insert(
                    OutwardEffect(
                        symbol: symbol, rule: effect.rule, api: effect.api, confidence: effect.confidence,
                        conditions: effect.conditions))
            }
        }
        return found
    }
}
