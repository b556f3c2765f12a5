import Fixes
import SwiftParsing

/// The files that fixes are drafted in, parsed when they are asked for.
///
/// A tree takes many times the memory of its text, so not all of them stay. While one finding is looked at each file
/// has one tree: nodes are told apart by their trees.
final class FixTargetTrees {
    private let files: [SourceFile]
    private let facts: ModuleFactsTable
    private var targets: [Int: FixTarget] = [:]
    /// Bytes of text behind the trees.
    private var size = 0

    /// How many bytes of text may stay parsed from one finding to the next.
    private static let mostText = 256 << 10

    init(_ files: [SourceFile], _ facts: ModuleFactsTable) {
        self.files = files
        self.facts = facts
    }

    /// - Parameter file: the number of one of the files.
    func target(_ file: Int) -> FixTarget {
        if let known = targets[file] { return known }
        let source = files[file]
        let target = FixTarget(
            path: source.path, text: source.text, tree: ParsedFile.parse(source.text).tree,
            module: facts.facts(of: file))
        targets[file] = target
        size += source.text.count
        return target
    }

    /// Frees trees when there are many, before the next finding.
    ///
    /// - Parameter file: the finding's own, which stays.
    func giveBack(but file: Int) {
        guard size > Self.mostText else { return }
        targets = targets.filter { $0.key == file }
        size = targets.values.reduce(0) { $0 + $1.text.count }
    }
}
