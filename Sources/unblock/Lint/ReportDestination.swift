import ArgumentParser
import Reporting

/// One `--report FORMAT=FILE`.
struct ReportDestination: ExpressibleByArgument, Hashable, Sendable {
    let format: ReportFormat
    let path: String

    init(format: ReportFormat, path: String) {
        self.format = format
        self.path = path
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
        self.init(format: format, path: String(parts[1]))
    }
}
