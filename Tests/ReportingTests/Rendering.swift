import Foundation
import SourceModel
import Testing

@testable import Reporting

/// Writes reports to memory and reads documents back, for tests.
enum Rendering {
    static func text(
        _ report: Report, _ format: ReportFormat, _ options: ReportOptions = SampleReports.options
    ) throws -> String {
        let sink = MemorySink()
        try format.writer(options).write(report, to: sink)
        // `text` would repair broken UTF-8; a report must not have any.
        return try #require(String(validating: sink.bytes, as: UTF8.self))
    }

    static func junit(
        _ report: Report, _ profile: JUnitProfile = .extended, failOn: Severity? = .warning
    ) throws -> String {
        var options = SampleReports.options
        options.junitProfile = profile
        options.failOn = failOn
        return try text(report, .junit, options)
    }

    /// Parses with libxml2; suites with their cases.
    static func parsed(_ document: String) throws -> JUnitDocument {
        try JUnitReader.read(Array(document.utf8), named: "test.xml")
    }

    static func cases(_ document: String) throws -> [XMLElement] {
        try parsed(document).suites.flatMap(\.elements).filter { $0.name == "testcase" }
    }

    static func json(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
    }
}
