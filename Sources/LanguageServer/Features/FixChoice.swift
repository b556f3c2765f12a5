import Analysis
import Fixes
import SourceModel

/// Safe fixes of several findings that can be made together; whoever comes first stays.
struct FixChoice {
    private(set) var edits: [TextEdit] = []
    private(set) var count = 0
    private var changes = ChangeSet()

    /// Adds the fix that `--fix` takes, if there is one, it is safe, and goes together with those before it.
    mutating func add(_ finding: Finding) {
        guard let fix = finding.preferredFix, fix.safety == .safe else { return }
        let rewrites = fix.edits.map { Rewrite(path: $0.file, range: $0.range, newText: $0.newText) }
        guard changes.add(rewrites) else { return }
        count += 1
        for edit in fix.edits where !edits.contains(edit) { edits.append(edit) }
    }

    /// How many files are changed.
    var fileCount: Int { Set(edits.map(\.file)).count }
}
