import SourceModel

/// The lines that were added or modified since a revision, by file.
package struct ChangedLines: Sendable, Hashable {
    /// 1-based lines of one file.
    package enum Lines: Sendable, Hashable {
        /// The file is new or not yet tracked.
        case all
        /// Ascending, not overlapping.
        case ranges([ClosedRange<Int>])
    }

    /// By path from the root of the repository.
    package var files: [String: Lines]
    /// The directory that findings' paths start from, relative to the root of the repository; `.` for the root itself.
    package var workingDirectory: String

    package init(files: [String: Lines], workingDirectory: String = ".") {
        self.files = files
        self.workingDirectory = workingDirectory
    }

    /// Whether the change touches the finding's own lines or a link of its evidence path.
    ///
    /// The links count because a helper that begins to block is news for callers that nobody touched. Files outside the
    /// repository count as changed.
    package func touch(_ finding: Finding) -> Bool {
        if touch(finding.file, finding.start.line...max(finding.start.line, finding.end.line)) { return true }
        return finding.path.contains { touch($0.file, $0.position.line...$0.position.line) }
    }

    private func touch(_ file: String, _ lines: ClosedRange<Int>) -> Bool {
        let path = file.hasPrefix("/") ? "../" + file : FilePath.normalized("\(workingDirectory)/\(file)")
        if path.hasPrefix("../") { return true }
        switch files[path] {
        case .all: return true
        case .ranges(let ranges): return ranges.contains { $0.overlaps(lines) }
        case nil: return false
        }
    }
}
