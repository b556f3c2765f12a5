import Analysis
import SourceModel
import TestSupport
import Testing

struct ShardTests {
    @Test func everyPathBelongsToExactlyOnePart() throws {
        for count in 1...7 {
            let shards = try (1...count).map { try Shard(parsing: "\($0)/\(count)") }
            for number in 0..<200 {
                #expect(shards.count { $0.contains("Sources/App/File\(number).swift") } == 1)
            }
        }
    }

    @Test func partsAreOfSimilarSize() throws {
        let shard = try Shard(parsing: "2/4")
        let size = (0..<1000).count { shard.contains("Sources/App/File\($0).swift") }
        #expect((180...320).contains(size), "\(size) of 1000 paths in a quarter")
    }

    @Test(arguments: ["", "1", "0/2", "3/2", "a/b", "1/0", "1/2/3", "-1/2"])
    func whatIsNoPartIsRefused(text: String) {
        #expect(throws: UsageProblem.self) { try Shard(parsing: text) }
    }

    @Test func theReportsOfAllPartsMakeTheWholeReport() async throws {
        let files = (0..<12).map { number in
            Fixture.File(path: "Sources/App/F\(number).swift", text: Example.sleeping("f\(number)"))
        }
        let fixture = Fixture(name: "sharded", files: files)
        let whole = try await analyze(fixture).report
        var parts: [String] = []
        var fileCount = 0
        for index in 1...3 {
            let options = AnalysisOptions(shard: try Shard(parsing: "\(index)/3"))
            let report = try await analyze(fixture, options: options).report
            parts += report.findings.map(\.fingerprint)
            fileCount += report.files.count
        }
        #expect(whole.findings.count == 12)
        #expect(parts.sorted() == whole.findings.map(\.fingerprint).sorted())
        #expect(fileCount == whole.files.count)
    }

    /// Each function makes the same helper asynchronous, so what becomes of one fix depends on the others.
    @Test(arguments: [2, 4, 7]) func fixesAreThoseOfTheWholeRun(count: Int) async throws {
        var files = (0..<6).map { number in
            Fixture.File(
                path: "Sources/App/F\(number).swift",
                text: """
                    func run\(number)(_ name: String) async throws {
                        let store = Store()
                        try await withTaskCancellationHandler(operation: {
                            let lock = FileLock()
                            try lock.lock()
                            if try store.has(name) { return }
                            try lock.unlock()
                        }, onCancel: {})
                    }

                    """)
        }
        files.append(
            Fixture.File(
                path: "Sources/App/Store.swift",
                text: """
                    import Foundation
                    final class Store {
                        private func list() throws -> [String] {
                            try FileManager.default.contentsOfDirectory(atPath: "/tmp")
                        }
                        func has(_ name: String) throws -> Bool { try list().contains { $0 == name } }
                    }
                    final class FileLock {
                        func lock() throws { flock(0, LOCK_EX) }
                        func unlock() throws { flock(0, LOCK_UN) }
                    }

                    """))
        let fixture = Fixture(name: "fixed in parts", files: files)
        let whole = try await analyze(fixture, options: AnalysisOptions(offersFixes: true)).report
        var parts: [Finding] = []
        for index in 1...count {
            let shard = try Shard(parsing: "\(index)/\(count)")
            parts += try await analyze(fixture, options: AnalysisOptions(shard: shard, offersFixes: true))
                .report.findings
        }
        #expect(whole.findings.count == 12)
        #expect(parts.sorted(by: Finding.reportOrder) == whole.findings)
    }
}
