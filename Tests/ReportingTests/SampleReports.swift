import Reporting
import SourceModel

/// The reports that the tests write: an ordinary one, one with verdicts, one full of traps, and a clean one.
enum SampleReports {
    /// `stem` names the golden documents.
    static let all: [(stem: String, report: Report)] = [
        ("sample", sample), ("verdicts", SampleVerdicts.report), ("hostile", hostile), ("clean", clean),
    ]

    static let options = ReportOptions(
        failOn: .warning, reproducible: false, timestamp: "2026-01-31T23:59:59Z", sources: { SampleSources.text[$0] })

    static let sample: Report = {
        let downloader = "Sources/App/Downloader.swift"
        let findings = [
            finding(
                "sleep-in-async", .error, downloader, marking: "Thread.sleep(forTimeInterval: 0.2)",
                "`Thread.sleep(forTimeInterval:)` puts the cooperative pool to sleep",
                advice: "await `Task.sleep(for:)` instead", callee: "Foundation.Thread.sleep(forTimeInterval:)",
                in: FindingContext(
                    kind: .asyncFunction, symbol: "Downloader.fetch(_:)", line: 4, executor: .cooperativePool)),
            finding(
                "file-io-in-async", .warning, downloader, marking: "Config.load()",
                "`Config.load()` reads a file on the cooperative pool (through `readText()`)",
                advice: "move the read onto an executor future", callee: "Foundation.Data.init(contentsOf:options:)",
                in: FindingContext(
                    kind: .asyncFunction, symbol: "Downloader.fetch(_:)", line: 4, executor: .cooperativePool),
                through: [
                    ("Config.load()", downloader, "Config.load()"),
                    ("readText(at:)", "Sources/App/Config.swift", "readText(at: path)"),
                    ("Data.init(contentsOf:)", "Sources/App/Config.swift", "Data(contentsOf: path)"),
                ]),
            finding(
                "future-wait-in-async", .error, "Sources/App/Wide.swift", marking: "gate.wait()",
                "`DispatchSemaphore.wait()` waits for work that may need this very thread",
                advice: "use an async stream or a continuation", callee: "Dispatch.DispatchSemaphore.wait()",
                in: FindingContext(kind: .taskClosure, symbol: "グリーター.挨拶()", line: 1, executor: .cooperativePool)),
            finding(
                "file-metadata-in-async", .note, "Sources/App/Wide.swift",
                marking: "manager.fileExists(atPath: \"/x\")",
                "`FileManager.fileExists(atPath:)` asks the file system on the main thread", advice: "",
                callee: "Foundation.FileManager.fileExists(atPath:)",
                in: FindingContext(kind: .mainActor, symbol: "Panel.refresh()", line: 6, executor: .mainThread)),
        ]
        let files = [
            AnalyzedFile(path: downloader, lines: 10), AnalyzedFile(path: "Sources/App/Config.swift", lines: 9),
            AnalyzedFile(path: "Sources/App/Wide.swift", lines: 8),
            AnalyzedFile(path: "Sources/App/Clean.swift", lines: 4_283),
            AnalyzedFile(path: "Sources/App/Locked.swift", lines: 0, problem: "cannot be read: Permission denied"),
        ]
        return report(findings, files, lines: 4_310, seconds: 0.1234, allowed: 2, baselined: 1)
    }()

    /// Every character that a format could stumble over, in every field that holds text.
    static let hostile: Report = {
        // Some of these are no characters and cannot be spelt in a literal.
        let codes = Array(0...0x9F) + [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF] as [UInt32]
        let controls = codes.compactMap { Unicode.Scalar($0).map(String.init) }.joined()
        let nasty =
            controls + "]]> <b a=\"x\">&amp;</b> 'q' "
            + "\u{202E}evil\u{2066} e\u{301} 👩‍👩‍👧‍👦 100%,a:b::c ::error::x"
        let path = "Sources/Odd \u{1B}[31m&<>\"',:%#?\n]]>/Fünf 日本.swift"
        let position = SourcePosition(line: 1, column: 1)
        func odd(_ text: String, _ path: String) -> Finding {
            Finding(
                rule: "blocking-in-async", severity: .error, confidence: .possible, file: path,
                range: SourceRange(0, 1),
                start: position, end: SourcePosition(line: 3, column: 2), message: text, advice: text, callee: text,
                context: FindingContext(kind: .eventLoop, symbol: text, line: 1, executor: .unknown),
                path: [
                    EvidenceStep(symbol: text, file: path, position: position),
                    EvidenceStep(symbol: text, file: path, position: SourcePosition(line: 2, column: 9)),
                ], fingerprint: "same")
        }
        // Twins, and a path that is only there as a finding's.
        var findings = [
            odd(nasty, path), odd(nasty, path), odd("", "B.swift"), odd(nasty, "./C.swift"), odd("-", "/D.swift"),
        ]
        findings[0].verdict = SampleVerdicts.hostile(nasty)
        let files = [
            AnalyzedFile(path: path, lines: 3, problem: nasty), AnalyzedFile(path: "A", lines: 1),
            AnalyzedFile(path: "A.swift", lines: 1), AnalyzedFile(path: nasty, lines: 1),
        ]
        return report(findings, files, lines: 6, seconds: 0.000_01)
    }()

    static let clean = report([], [AnalyzedFile(path: "Sources/App/Clean.swift", lines: 1)], lines: 1, seconds: 2)

    static func report(
        _ findings: [Finding], _ files: [AnalyzedFile], lines: Int, seconds: Double, allowed: Int = 0,
        baselined: Int = 0
    ) -> Report {
        Report(
            tool: Report.Tool(name: "unblock", version: "0.1.0"),
            summary: Report.Summary(
                files: files.count, lines: lines, seconds: seconds, allowed: allowed, baselined: baselined),
            findings: findings.sorted(by: Finding.reportOrder), files: files, rules: rules)
    }

    static let rules = [
        rule("future-wait-in-async", "Waiting for other work in an async context", .error),
        rule("sleep-in-async", "Sleeping in an async context", .error),
        rule("file-io-in-async", "File contents read or written in an async context", .warning),
        rule("file-metadata-in-async", "File metadata asked for in an async context", .note),
    ]

    private static func rule(_ id: RuleID, _ title: String, _ severity: Severity) -> RuleDescription {
        RuleDescription(
            id: id, title: title, severity: severity, why: "It *holds* the thread: see `\(id)`.",
            fix: "```swift\nawait other()\n```", page: "https://example.org/rules/\(id)")
    }

    /// A finding whose place is where `code` first occurs in the file.
    static func finding(
        _ rule: RuleID, _ severity: Severity, _ file: String, marking code: String, _ message: String, advice: String,
        callee: String, in context: FindingContext, through path: [(String, String, String)] = []
    ) -> Finding {
        let (range, start, end) = SampleSources.place(of: code, in: file)
        let steps = path.map { step in
            EvidenceStep(symbol: step.0, file: step.1, position: SampleSources.place(of: step.2, in: step.1).start)
        }
        return Finding(
            rule: rule, severity: severity, confidence: .certain, file: file, range: range, start: start, end: end,
            message: message, advice: advice, callee: callee, context: context,
            path: steps.isEmpty ? [EvidenceStep(symbol: callee, file: file, position: start)] : steps,
            fingerprint: "\(rule)/\(callee)")
    }
}
