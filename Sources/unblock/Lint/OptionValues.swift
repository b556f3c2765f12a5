import Analysis
import ArgumentParser
import Logging
import Reporting
import RuleCatalogue
import SourceModel

// The types of other modules as values of options: those modules stay free of ArgumentParser.

extension Confidence: ExpressibleByArgument {}

extension FailThreshold: ExpressibleByArgument {
    /// As the reports want it: `nil` when findings never fail a run.
    var severity: Severity? { Severity(rawValue: rawValue) }
}

extension ReportFormat: ExpressibleByArgument {}

extension JUnitProfile: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
    /// Reads `I/N` with 1 ≤ I ≤ N.
    package init?(argument: String) {
        guard let shard = try? Shard(parsing: argument) else { return nil }
        self = shard
    }
}

/// `--log-level`; the names are swift-log's.
struct LogLevel: ExpressibleByArgument, Sendable {
    let level: Logger.Level

    init?(argument: String) {
        guard let level = Logger.Level(rawValue: argument.lowercased()) else { return nil }
        self.level = level
    }

    static var allValueStrings: [String] { Logger.Level.allCases.map(\.rawValue) }
}
