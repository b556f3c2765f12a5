import RuleCatalogue
import SourceModel

/// Texts and findings that several tests use.
enum Example {
    /// An async function that sleeps in its third line.
    static func sleeping(_ name: String = "f", comment: String = "") -> String {
        """
        import Foundation
        func \(name)() async {
            Thread.sleep(forTimeInterval: 1)\(comment)
        }

        """
    }

    static func finding(
        rule: RuleID = "sleep-in-async", file: String = "a.swift", line: Int = 3, fingerprint: String = "00",
        path: [EvidenceStep] = []
    ) -> Finding {
        let start = SourcePosition(line: line, column: 1)
        return Finding(
            rule: rule, severity: .error, confidence: .certain, file: file, range: SourceRange(0, 1), start: start,
            end: SourcePosition(line: line, column: 9), message: "message", advice: "", callee: "callee",
            context: FindingContext(kind: .asyncFunction, symbol: "f", line: 1, executor: .cooperativePool), path: path,
            fingerprint: fingerprint)
    }
}
