import SourceModel

/// One file of a report with everything that was found in it.
struct FileSection {
    let path: String
    /// Why the file could not be analysed in full; `nil` when it was.
    let problem: String?
    /// In `Finding.reportOrder`.
    let findings: ArraySlice<Finding>
}

extension Report {
    /// Every file of the run by path, clean ones too, and files that only a finding names. O(n log n).
    var sections: [FileSection] {
        let findings = self.findings.sorted(by: Finding.reportOrder)
        var problems: [String: String] = [:]
        var ranges: [String: Range<Int>] = [:]
        for file in files {
            ranges[file.path] = 0..<0
            if let problem = file.problem { problems[file.path] = problem }
        }
        var start = 0
        while start < findings.count {
            let path = findings[start].file
            let end = findings[start...].firstIndex { $0.file != path } ?? findings.count
            ranges[path] = start..<end
            start = end
        }
        return ranges.sorted { $0.key < $1.key }.map { path, range in
            FileSection(path: path, problem: problems[path], findings: findings[range])
        }
    }
}
