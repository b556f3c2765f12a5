import SourceModel

/// The files that a fix may change, by their number in the program.
package struct FixTargets {
    private let find: (Int) -> FixTarget?

    /// - Parameter find: `nil` for files that are not the user's to change.
    package init(_ find: @escaping (Int) -> FixTarget?) { self.find = find }

    func target(_ file: Int) throws(FixRefusal) -> FixTarget {
        guard let target = find(file) else { throw FixRefusal("a file that has to change as well is not there") }
        return target
    }
}
