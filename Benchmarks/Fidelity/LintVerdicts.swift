import Foundation

/// What `unblock lint` says about the programs, from their text alone: a report in JSON.
struct LintVerdicts {
    private let findings: [String: [Finding]]

    private struct Report: Decodable {
        let findings: [Finding]
    }

    private struct Finding: Decodable {
        let file: String
        let confidence: String
        let simulation: Simulation?

        var isConfirmed: Bool { simulation?.outcome == "confirmed" }
        var hasDeadlock: Bool { isConfirmed && simulation?.before?.deadlock == true }
    }

    private struct Simulation: Decodable {
        let outcome: String
        let before: Before?
    }

    private struct Before: Decodable {
        let deadlock: Bool
    }

    init(reading path: String) throws {
        let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: path)))
        findings = Dictionary(grouping: report.findings.filter { $0.confidence != "possible" }) { finding in
            URL(filePath: finding.file).deletingPathExtension().lastPathComponent
        }
    }

    /// The gravest verdict on a program.
    func verdict(on program: String) -> String {
        let findings = findings[program] ?? []
        if findings.contains(where: \.hasDeadlock) { return "deadlock" }
        if findings.contains(where: \.isConfirmed) { return "stall" }
        return findings.isEmpty ? "no finding" : "not reproduced"
    }
}
