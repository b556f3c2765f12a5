import ProgramModel
import SourceModel

extension FileSummary {
    /// The range of the innermost function that a range lies in; one that begins or ends it lies outside. O(functions).
    func innermostFunction(around range: SourceRange) -> SourceRange? {
        functions.lazy.map(\.range).filter { $0.start < range.start && range.end < $0.end }
            // Functions nest: the innermost begins last.
            .max { $0.start < $1.start }
    }
}
