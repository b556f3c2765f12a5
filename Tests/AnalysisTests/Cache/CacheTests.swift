import Analysis
import ExecutorFutures
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What the cache holds is what would be found without it, and what is damaged there is found anew.
struct CacheTests {
    /// A package with findings in two files, a chain between them, and a configuration.
    static let files = [
        "/app/Package.swift":
            "// swift-tools-version:6.0\nimport PackageDescription\nlet package = Package(name: \"App\", "
            + "targets: [.executableTarget(name: \"App\")])\n",
        "/app/.unblock.yml": "min-confidence: possible\n",
        "/app/Sources/App/A.swift": Example.sleeping("first") + "// unblock:allow sleep-in-async - no reason\n",
        "/app/Sources/App/B.swift": "func second() async { load() }\n",
        "/app/Sources/App/C.swift":
            "import Foundation\nfunc load() { _ = FileManager.default.contents(atPath: \"/x\") }\n",
    ]

    struct Run {
        var report: Report
        var counts: AnalysisCache.Counts
    }

    private func run(
        _ files: [String: String] = files, _ store: any CacheStore, tool: String = "1",
        _ options: AnalysisOptions = AnalysisOptions(offersFixes: true)
    ) async throws -> Run {
        let request = WorkspaceRequest(workingDirectory: "/app")
        let contents = try await Workspace(fileSystem: MemoryFileSystem(files))
            .load(request, catalogue: .builtIn, on: TestThreads.two)
        let cache = AnalysisCache(store, tool: tool)
        let analyzer = Analyzer(catalogue: contents.catalogue, options: options, cache: cache)
        let result = try await analyzer.analyze(contents.snapshot, on: TestThreads.two)
        return Run(report: result.report, counts: cache.counts)
    }

    private func expectSame(_ left: Report, _ right: Report, _ comment: Comment? = nil) {
        #expect(left.findings == right.findings, comment)
        #expect(left.files == right.files, comment)
        #expect(left.summary == right.summary, comment)
        #expect(left.rules == right.rules, comment)
    }

    @Test func aSecondRunOverAnUnchangedTreeParsesNothingAndReportsTheSame() async throws {
        let store = MemoryCache()
        var options = AnalysisOptions(offersFixes: true)
        options.simulation = SimulationOptions(poolWidth: 2, schedules: 4, drawsTimelines: true)
        let cold = try await run(store, options)
        let warm = try await run(store, options)
        #expect(cold.report.findings.count >= 2)
        #expect(cold.report.findings.contains { $0.verdict?.timelines != nil && !$0.fixes.isEmpty })
        #expect(cold.counts == AnalysisCache.Counts(filesParsed: cold.report.files.count))
        #expect(warm.counts == AnalysisCache.Counts(reportsRead: 1))
        expectSame(cold.report, warm.report)
    }

    private func run(_ store: any CacheStore, _ options: AnalysisOptions) async throws -> Run {
        try await run(Self.files, store, tool: "1", options)
    }

    @Test func afterAChangeOnlyTheChangedFileIsParsed() async throws {
        let store = MemoryCache()
        _ = try await run(Self.files, store)
        var files = Self.files
        files["/app/Sources/App/C.swift"] = "func load() {}\n"
        let warm = try await run(files, store)
        #expect(warm.counts.filesParsed == 1)
        #expect(warm.counts.digestsRead == warm.report.files.count - 1)
        #expect(warm.counts.reportsRead == 0)
        expectSame(warm.report, try await run(files, MemoryCache()).report)
        // And back again: the first report is still there.
        #expect(try await run(Self.files, store).counts.reportsRead == 1)
    }

    @Test func whateverDecidesAboutAReportNamesIt() async throws {
        let store = MemoryCache()
        _ = try await run(Self.files, store)
        var changed: [[String: String]] = []
        for (path, text) in [
            ("/app/.unblock.yml", "rules:\n  sleep-in-async: off\n"),
            ("/app/Package.swift", "// swift-tools-version:6.0\n"),
            ("/app/Sources/App/D.swift", ""),
        ] {
            var files = Self.files
            files[path] = text
            changed.append(files)
        }
        for files in changed {
            let warm = try await run(files, store)
            #expect(warm.counts.reportsRead == 0)
            expectSame(warm.report, try await run(files, MemoryCache()).report)
        }
        var others = [AnalysisOptions(), AnalysisOptions(offersFixes: true), AnalysisOptions(offersFixes: true)]
        others[1].rules = ["sleep-in-async"]
        others[2].stallBudget = .milliseconds(500)
        for options in others { #expect(try await run(Self.files, store, options).counts.reportsRead == 0) }
        let otherTool = try await run(Self.files, store, tool: "2")
        #expect(otherTool.counts == AnalysisCache.Counts(filesParsed: otherTool.report.files.count))
    }

    private func run(
        _ files: [String: String], _ store: any CacheStore, _ options: AnalysisOptions
    ) async throws -> Run { try await run(files, store, tool: "1", options) }

    @Test func damagedEntriesAreNoticedAndMadeAnew() async throws {
        let whole = try await run(Self.files, MemoryCache()).report
        for seed in 0..<60 {
            let store = MemoryCache()
            let cold = try await run(Self.files, store)
            var generator = SeededGenerator(seed: UInt64(seed))
            store.damage { bytes in
                var bytes = bytes
                switch seed % 3 {
                case 0:
                    let bit = Int.random(in: 0..<bytes.count * 8, using: &generator)
                    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
                default: bytes = (0..<bytes.count).map { _ in UInt8.random(in: 0...255, using: &generator) }
                }
                return bytes
            }
            let warm = try await run(Self.files, store)
            #expect(warm.counts.damaged + warm.counts.foreign == cold.counts.filesParsed + 1, "seed \(seed)")
            expectSame(warm.report, whole, "seed \(seed)")
            // What was made anew is kept in place of the damage.
            #expect(try await run(Self.files, store).counts == AnalysisCache.Counts(reportsRead: 1), "seed \(seed)")
        }
    }

    @Test func entriesOfAnotherFormatAreLeftAlone() async throws {
        let store = MemoryCache()
        let cold = try await run(Self.files, store)
        store.damage { bytes in
            var bytes = bytes
            bytes["unblock-cache".utf8.count + 1] &+= 1
            return bytes
        }
        let warm = try await run(Self.files, store)
        #expect(warm.counts.foreign == cold.counts.filesParsed + 1)
        expectSame(cold.report, warm.report)
    }
}
