import Analysis
import ExecutorFutures
import RuleCatalogue
import SourceModel

/// Analyses a fixture with the catalogue that the program carries.
package func analyze(
    _ fixture: Fixture, catalogue: Catalogue = .builtIn, options: AnalysisOptions = AnalysisOptions(),
    on executor: any FutureExecutor = TestThreads.two
) async throws -> AnalysisResult {
    var files: [String: String] = [:]
    for file in fixture.files { files["/fixture/" + file.path] = file.text }
    var request = WorkspaceRequest(workingDirectory: "/fixture")
    request.arguments = ["."]
    let contents = try await Workspace(fileSystem: MemoryFileSystem(files))
        .load(request, catalogue: catalogue, on: executor)
    return try await Analyzer(catalogue: contents.catalogue, options: options).analyze(contents.snapshot, on: executor)
}

/// Analyses a fixture and compares the findings with its marks; simulates them when it has a mark for that.
///
/// - Returns: a line for each difference, with the place; empty when all is as marked.
package func check(_ fixture: Fixture, catalogue: Catalogue = .builtIn) async throws -> [String] {
    var options = AnalysisOptions()
    if fixture.verdict != nil { options.simulation = SimulationOptions(poolWidth: 2) }
    let report = try await analyze(fixture, catalogue: catalogue, options: options).report
    var mismatches = report.files.compactMap { file in file.problem.map { "\(fixture.name): \(file.path): \($0)" } }
    if let wanted = fixture.verdict { mismatches += verdictMismatches(report.findings, wanted, in: fixture) }
    for file in fixture.files where file.path.hasSuffix(".swift") {
        let findings = report.findings.filter { $0.file == file.path }
        let place = { (line: Int) in
            fixture.files.count > 1 && file.linesBefore == 0
                ? "\(fixture.name)/\(file.path):\(line)" : "\(fixture.name):\(line + file.linesBefore)"
        }
        let (marks, problems) = Mark.read(file.text)
        mismatches += problems.map { "\(fixture.name) (\(file.path)): \($0)" }
        mismatches += Comparison(findings, marks).differences.map { "\(place($0.line)): \($0.text)" }
    }
    return mismatches
}

/// A line for each finding that has another verdict than the fixture's mark.
private func verdictMismatches(_ findings: [Finding], _ wanted: String, in fixture: Fixture) -> [String] {
    let judged = findings.filter { $0.verdict != nil }
    guard !judged.isEmpty else { return ["\(fixture.name): nothing was simulated: delete 'verdict: \(wanted)'"] }
    return judged.compactMap { finding in
        guard let verdict = finding.verdict, verdict.word != wanted else { return nil }
        return "\(fixture.name): line \(finding.start.line) of \(finding.file): verdict \(verdict.word), not \(wanted)"
    }
}

extension Verdict {
    /// What became of the fix, or of the finding when none was run.
    fileprivate var word: String { fix?.rawValue ?? outcome.word }
}

/// The differences between findings and marks of one file.
private struct Comparison {
    var differences: [(line: Int, text: String)] = []

    init(_ findings: [Finding], _ marks: [Mark]) {
        var open = findings
        func take(_ mark: Mark, part: String? = nil) -> Bool {
            let index = open.firstIndex { finding in
                finding.start.line == mark.line && finding.rule.rawValue == mark.rule
                    && (part.map { finding.message.contains($0) } ?? true)
            }
            if let index { open.remove(at: index) }
            return index != nil
        }
        // The marks with a part first, so that one without does not take their finding.
        let ordered = marks.filter { $0.hasPart } + marks.filter { !$0.hasPart }
        for mark in ordered {
            switch mark.kind {
            case .expect(let part):
                guard !take(mark, part: part) else { continue }
                let wanted = part.map { "\(mark.rule) \"\($0)\"" } ?? mark.rule
                let others = findings.filter { $0.start.line == mark.line }.map { "\($0.rule) \"\($0.message)\"" }
                let found = others.isEmpty ? "nothing" : others.joined(separator: ", ")
                differences.append((mark.line, "expected \(wanted), found \(found)"))
            case .knownMiss:
                guard take(mark) else { continue }
                differences.append((mark.line, "known-miss: \(mark.rule) is reported now: mark it 'expect'"))
            case .knownFalseAlarm:
                guard !take(mark) else { continue }
                differences.append((mark.line, "known-false-alarm: \(mark.rule) is silent now: delete the mark"))
            }
        }
        for finding in open {
            differences.append((finding.start.line, "unexpected \(finding.rule) \"\(finding.message)\""))
        }
        differences.sort { ($0.line, $0.text) < ($1.line, $1.text) }
    }
}

extension Mark {
    fileprivate var hasPart: Bool {
        if case .expect(let part) = kind { part != nil } else { false }
    }
}
