import Analysis
import ExecutorFutures
import SourceModel
import TestSupport
import Testing

/// What the compiler's `noasync` says, and what it leaves out, is reported: `fixtures/compiler` has both.
struct RecallTests {
    private static let folder = ProjectFolder.fixtures + "/compiler"

    private let fixture: Fixture
    private let calls: [MarkedCall]

    init() throws {
        fixture = try Fixture(reading: Self.folder)
        calls = MarkedCall.all(in: fixture)
    }

    @Test func everyMarkedCallIsReportedAsTheCatalogueSays() async throws {
        let possible = try await findings(from: .possible)
        let likely = try await findings(from: .likely)
        for call in calls {
            switch call.mark {
            case .api(let declaration):
                let promise = Reporting(promisedFor: declaration)
                #expect(promise != nil, "\(call)\nthe catalogue has no entry of this name")
                let found = [
                    names(declaration, likely[call.place]) ? Reporting.byDefault : nil,
                    names(declaration, possible[call.place]) ? .onlyAsPossible : nil,
                ].compactMap { $0 }.first
                #expect(found ?? .never == promise, "\(call)")
            case .harmless, .knownMiss:
                #expect(possible[call.place] == nil, "\(call)\nis reported now: mark it `// api:`")
            }
        }
    }

    @Test func aLineWithoutMarkIsNotReported() async throws {
        let marked = Set(calls.map(\.place))
        for (place, findings) in try await findings(from: .possible) where !marked.contains(place) {
            Issue.record("fixtures/compiler/\(place.file):\(place.line): \(findings.map(\.message))")
        }
    }

    #if os(Linux)
        /// The whole of Foundation's `noasync` is in the fixture; other SDKs have more of it.
        @Test func whateverTheCompilerDiagnosesAndCanBlockIsReported() async throws {
            let paths = fixture.files.map { FilePath.join(Self.folder, $0.path) }
            let diagnostics = try await TestThreads.two.submit {
                try Compiler.diagnostics(of: paths, warnings: true)
            }.value
            #expect(diagnostics.filter(\.isError) == [], "the fixture does not compile")

            let diagnosed = Set(
                diagnostics.filter(\.isNoAsync).map {
                    MarkedCall.Place(file: FilePath.relative($0.path, to: Self.folder), line: $0.line)
                })
            #expect(diagnosed.count >= 39, "the compiler's words for noasync have changed, or the fixture has")
            let harmless = Set(calls.filter { $0.mark == .harmless }.map(\.place))
            let possible = try await findings(from: .possible)
            let likely = try await findings(from: .likely)
            for place in diagnosed.subtracting(harmless) where likely[place] == nil {
                Issue.record(
                    "fixtures/compiler/\(place.file):\(place.line): swiftc reports this line, unblock does not")
            }

            let blocking = diagnosed.subtracting(harmless)
            let others = Set(calls.map(\.place)).subtracting(diagnosed).subtracting(harmless)
            print(
                """
                swiftc diagnoses \(diagnosed.count) calls; \(blocking.count) can block, \
                of which unblock reports \(blocking.filter { likely[$0] != nil }.count).
                swiftc lets \(others.count) calls pass; \
                unblock reports \(others.filter { possible[$0] != nil }.count), \
                \(others.filter { likely[$0] != nil }.count) of them by default.
                """)
        }
    #endif

    private func findings(from confidence: Confidence) async throws -> [MarkedCall.Place: [Finding]] {
        var module = fixture
        for index in module.files.indices { module.files[index].path = "Sources/Calls/" + fixture.files[index].path }
        let report = try await analyze(module, options: AnalysisOptions(minConfidence: confidence)).report
        #expect(report.files.compactMap(\.problem) == [])
        return Dictionary(grouping: report.findings) {
            MarkedCall.Place(file: FilePath.relative($0.file, to: "Sources/Calls"), line: $0.start.line)
        }
    }

    /// Whether one of some findings is about a declaration, with or without its module.
    private func names(_ declaration: String, _ findings: [Finding]?) -> Bool {
        (findings ?? []).contains { $0.callee == declaration || $0.callee.hasSuffix("." + declaration) }
    }
}
