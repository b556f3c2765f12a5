import SourceModel

/// One finding in plain lines, for those who print it by itself.
package enum FindingText {
    /// Place, severity, message and rule, in the form of compilers.
    package static func headline(_ finding: Finding) -> String {
        let prose = FindingProse(finding)
        return "\(prose.place): \(finding.severity.rawValue): \(prose.message) [\(finding.rule)]"
    }

    /// The headline, the context, the way to the blocking call, the advice, and all of the verdict.
    package static func lines(_ finding: Finding) -> [String] { FindingProse(finding).lines(finding) }
}
