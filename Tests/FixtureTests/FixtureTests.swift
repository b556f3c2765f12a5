import Analysis
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
