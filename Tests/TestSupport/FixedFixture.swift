import Analysis
import ExecutorFutures
import Fixes
import RuleCatalogue
import SourceModel

/// The files of a fixture with some of its fixes applied.
package struct FixedFixture: Sendable {
    package let fixture: Fixture
    package let report: Report
    private let analyzer: Analyzer
    private let snapshot: Snapshot
    private let result: AnalysisResult

    package init(_ fixture: Fixture, style: FixStyle = .executorFuture) async throws {
        var files: [String: String] = [:]
        for file in fixture.files { files["/fixture/" + file.path] = file.text }
        var request = WorkspaceRequest(workingDirectory: "/fixture")
        request.arguments = ["."]
        let contents = try await Workspace(fileSystem: MemoryFileSystem(files))
            .load(request, catalogue: .builtIn, on: TestThreads.two)
        self.fixture = fixture
        analyzer = Analyzer(
            catalogue: contents.catalogue, options: AnalysisOptions(offersFixes: true, fixStyle: style))
        snapshot = contents.snapshot
        result = try await analyzer.analyze(snapshot, on: TestThreads.two)
        report = result.report
    }

    /// Texts by path after all preferred fixes, in as many rounds as they take.
    package func withAllFixes() async throws -> [String: String] {
        let run = FixRun(analyzer, includesReview: true)
        return Self.texts(try await run.run(snapshot, result, hidden: [], on: TestThreads.two).snapshot)
    }

    /// Texts by path after one fix.
    package func with(_ fix: Fix) -> [String: String]? {
        var changes = ChangeSet()
        guard changes.add(fix.edits.map { Rewrite(path: $0.file, range: $0.range, newText: $0.newText) }) else {
            return nil
        }
        var texts = Self.texts(snapshot)
        for path in changes.paths {
            guard let text = changes.apply(to: Array((texts[path] ?? "").utf8), of: path) else { return nil }
            texts[path] = String(decoding: text, as: UTF8.self)
        }
        return texts
    }

    package var originals: [String: String] { Self.texts(snapshot) }

    private static func texts(_ snapshot: Snapshot) -> [String: String] {
        Dictionary(uniqueKeysWithValues: snapshot.files.map { ($0.path, String(decoding: $0.text, as: UTF8.self)) })
    }
}

extension FixedFixture {
    /// The fixture's own files in the form of a fixture, after all preferred fixes.
    package func fixedText() async throws -> String {
        let texts = try await withAllFixes()
        guard fixture.files.count > 1 else { return texts[fixture.files.first?.path ?? ""] ?? "" }
        return fixture.files.map { file in
            "\(Fixture.separator) \(file.path)\n\(texts[file.path] ?? "")"
        }.joined(separator: "\n")
    }
}
