/// A file that cannot be used, with everything that is wrong in it.
package struct InvalidFile: Error, Sendable, Hashable, CustomStringConvertible {
    /// In the order of the file; never empty.
    package let problems: [FileProblem]

    package init(_ problems: [FileProblem]) { self.problems = problems }

    /// One line for each problem.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong in a file: where, what, and what to do.
package struct FileProblem: Sendable, Hashable, CustomStringConvertible {
    package let path: String
    /// 1-based; `nil` when the file as a whole is meant.
    package let line: Int?
    package let problem: String
    /// What to do, without a full stop.
    package let advice: String

    package init(path: String, line: Int?, problem: String, advice: String) {
        self.path = path
        self.line = line
        self.problem = problem
        self.advice = advice
    }

    /// `path:line: problem: advice`.
    package var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(problem): \(advice)"
    }
}
