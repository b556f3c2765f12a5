import SourceModel

/// What the user chose about the look of a report.
package struct ReportOptions: Sendable {
    /// The least severity that fails the run; `nil` when findings never fail it.
    package var failOn: Severity?
    /// Whether text output may contain ANSI colours.
    package var colour: Bool
    package var junitProfile: JUnitProfile
    /// Leaves out everything that differs between two runs over the same text: times, durations.
    package var reproducible: Bool
    /// When the run started, as `2026-01-31T23:59:59` in UTC without a zone. This module reads no clock.
    package var timestamp: String
    /// Source lines wider than this many terminal cells are cut around the finding.
    package var maxExcerptWidth: Int
    /// The text of a file by its reported path, or `nil` when it is not at hand; excerpts and UTF-16 columns need it.
    package var sources: @Sendable (_ path: String) -> [UInt8]?

    package init(
        failOn: Severity? = .warning, colour: Bool = false, junitProfile: JUnitProfile = .extended,
        reproducible: Bool = false, timestamp: String = "", maxExcerptWidth: Int = 120,
        sources: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil }
    ) {
        self.failOn = failOn
        self.colour = colour
        self.junitProfile = junitProfile
        self.reproducible = reproducible
        self.timestamp = timestamp
        self.maxExcerptWidth = maxExcerptWidth
        self.sources = sources
    }
}

/// How closely a JUnit report keeps to the public schemas.
package enum JUnitProfile: String, Sendable, CaseIterable {
    /// Valid under the schemas of Jenkins' xUnit plugin and of Ant; no place on the cases, no counts on the root,
    /// and verdicts in words only.
    case strict
    /// With `file` and `line` on each case, which annotations on GitHub need, and with the figures and timelines of
    /// verdicts; valid under `docs/junit.xsd`.
    case extended
}
