import Analysis
import ExecutorFutures
import Fixes
import Foundation
import RuleCatalogue
import SourceModel
import TestSupport

/// The files of a fixture with some of its fixes applied.
struct FixedFixture {
    let fixture: Fixture
    let report: Report
    private let analyzer: Analyzer
    private let snapshot: Snapshot
    private let result: AnalysisResult

    init(_ fixture: Fixture, style: FixStyle = .executorFuture) async throws {
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
    func withAllFixes() async throws -> (texts: [String: String], left: Report) {
        let outcome = try await FixRun(analyzer, includesReview: true)
            .run(snapshot, result, hidden: [], on: TestThreads.two)
        return (Self.texts(outcome.snapshot), outcome.result.report)
    }

    /// Texts by path after one fix.
    func with(_ fix: Fix) -> [String: String]? {
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

    var originals: [String: String] { Self.texts(snapshot) }

    private static func texts(_ snapshot: Snapshot) -> [String: String] {
        Dictionary(uniqueKeysWithValues: snapshot.files.map { ($0.path, String(decoding: $0.text, as: UTF8.self)) })
    }
}

extension Compiler {
    /// What the compiler calls an error in some texts, as one module.
    static func errors(in texts: [String: String], language: String) throws -> [String] {
        let folder = try TemporaryFolder(texts)
        let paths = texts.keys.sorted().filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Package.swift") }
        return try diagnostics(
            of: paths.map { FilePath.join(folder.path, $0) }, warnings: false, language: language, modules: builtModules
        ).filter(\.isError).map(\.message)
    }

    /// Where the build has put `ExecutorFutures`.
    private static let builtModules: String = {
        let executable = ProcessInfo.processInfo.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return (executable as NSString).deletingLastPathComponent + "/Modules"
    }()
}
