import Analysis
import Foundation
import SourceModel
import TestSupport
import Testing

/// Every fixture is reported exactly as it is marked, however many threads do the work.
struct FixtureTests {
    static let paths = Fixture.all()

    @Test func thereAreFixtures() {
        #expect(!Self.paths.isEmpty, "no fixture found in \(ProjectFolder.fixtures)")
    }

    @Test(arguments: paths.map { FilePath.relative($0, to: ProjectFolder.root) })
    func findingsAreAsMarked(fixture path: String) async throws {
        let fixture = try Fixture(reading: FilePath.join(ProjectFolder.root, path))
        let mismatches = try await check(fixture)
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    /// `X.fixed.swift` is what all preferred fixes make of `X.swift`; set `UNBLOCK_RECORD` to write it anew.
    @Test(arguments: paths.filter { $0.hasSuffix(".swift") }.map { FilePath.relative($0, to: ProjectFolder.root) })
    func fixesMakeWhatTheFixedFileShows(fixture path: String) async throws {
        let fixture = try Fixture(reading: FilePath.join(ProjectFolder.root, path))
        let fixed = try await FixedFixture(fixture)
        let shown = FilePath.join(ProjectFolder.root, path.dropLast(".swift".count) + ".fixed.swift")
        let files = LocalFileSystem()
        let text = try await fixed.fixedText()
        let changes = fixed.report.findings.contains { $0.preferredFix != nil }
        if ProcessInfo.processInfo.environment["UNBLOCK_RECORD"] != nil, changes {
            try files.replace(shown, with: Array(text.utf8))
        }
        #expect(
            changes == (files.status(of: shown) != nil),
            "\(path) has fixes if and only if a fixed file stands beside it")
        guard changes else { return }
        let wanted = String(decoding: try files.read(shown, limit: 1 << 24), as: UTF8.self)
        #expect(text == wanted, "\(path): the fixed file differs")
    }

    @Test func theReportDoesNotDependOnTheNumberOfThreads() async throws {
        let fixtures = try Self.paths.map { try Fixture(reading: $0) }
        let all = Fixture(
            name: "all fixtures",
            files: fixtures.enumerated().flatMap { number, fixture in
                fixture.files.filter { $0.path.hasSuffix(".swift") }.map { file in
                    Fixture.File(path: "Fixture\(number)/\(file.path)", text: file.text)
                }
            })
        let expected = try await analyze(all, on: TestThreads.make(1)).report
        for threads in [2, 8] {
            let report = try await analyze(all, on: TestThreads.make(threads)).report
            #expect(report.findings == expected.findings, "\(threads) threads")
            #expect(report.files == expected.files, "\(threads) threads")
            #expect(report.summary == expected.summary, "\(threads) threads")
        }
    }
}
