/// Where the tests find what lies beside the sources.
package enum ProjectFolder {
    /// The root of the repository, without a slash at its end.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    package static let fixtures = root + "/fixtures"
}
