import Analysis
import ExecutorFutures
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What is told of an edited file before the rest of the folder is looked at.
@Suite struct FirstWaveTests {
    private static let root = "/work"

    private static let edits = EditRun.edits(usually: 150)
    private static let seed = EditRun.seed(usually: 6)

    /// After each of many random edits the edited file has the findings that a fresh look at the whole folder tells.
    ///
    /// A few come with the second wave: what an edit changes elsewhere, and what nobody called before.
    @Test func theFirstWaveTellsWhatAFreshAnalysisTells() async throws {
        let executor = TestThreads.two
        var random = SeededGenerator(seed: Self.seed)
        let originals = try Self.files()
        var texts = originals
        let paths = texts.keys.sorted()
        var request = WorkspaceRequest(workingDirectory: Self.root)
        request.arguments = ["."]
        let fileSystem = MemoryFileSystem(texts.mapValues { String(decoding: $0, as: UTF8.self) })
        var session = try await WorkspaceSession.load(
            request, options: AnalysisOptions(), from: Workspace(fileSystem: fileSystem), on: executor)
        var (_, linked) = try await session.findings(on: executor)
        var late: [String] = []
        var refused = 0
        for number in 0..<Self.edits {
            let path = try #require(paths.randomElement(using: &random))
            let isReverted = Int.random(in: 0..<6, using: &random) == 0
            texts[path] =
                isReverted ? originals[path] : RandomEdit.edited(texts[path] ?? [], among: originals, &random)
            let (edited, wave) = try await session.firstWave(
                replacing: [path: texts[path] ?? []], after: linked, on: executor)
            session = edited
            let (fresh, whole) = try await session.findings(on: executor)
            let name = try #require(session.path(of: path))
            let expected = fresh.report.findings.filter { $0.file == name }
            if let wave, let told = wave.findings[name], told != expected {
                late.append("edit \(number) of \(name): \(Self.difference(told, expected))")
            }
            if wave == nil { refused += 1 }
            // The second wave comes when typing pauses.
            let pauses = Int.random(in: 0..<5, using: &random) == 0
            linked = pauses ? whole : wave?.linked ?? whole
        }
        print("\(Self.edits) edits: \(late.count) told otherwise by the second wave, \(refused) not judged alone")
        #expect(late.count * 100 <= Self.edits, "seed \(Self.seed):\n\(late.joined(separator: "\n"))")
        #expect(refused * 100 <= Self.edits, "seed \(Self.seed)")
    }

    private static func difference(_ told: [Finding], _ expected: [Finding]) -> String {
        let words = { (finding: Finding) -> String in
            let path = finding.path.map(\.symbol).joined(separator: " > ")
            return "\(finding.rule):\(finding.start.line) \(finding.message) \(path) \(finding.confidence)"
        }
        let (one, two) = (Set(told.map(words)), Set(expected.map(words)))
        return "too much \(one.subtracting(two).sorted()), missing \(two.subtracting(one).sorted())"
    }

    /// The example projects, and marked files of every rule beside them.
    private static func files() throws -> [String: [UInt8]] {
        var files = try RandomEdit.projects(below: root)
        for (number, path) in Fixture.all().enumerated() {
            let fixture = try Fixture(reading: path)
            guard !fixture.name.contains("/projects/"), number.isMultiple(of: 7) else { continue }
            for file in fixture.files where file.path.hasSuffix(".swift") && fixture.files.count > 1 {
                files["\(root)/\(FilePath.name(path))/\(file.path)"] = Array(file.text.utf8)
            }
            if fixture.files.count == 1, let only = fixture.files.first {
                files["\(root)/Sources/Rules/\(number)-\(FilePath.name(path))"] = Array(only.text.utf8)
            }
        }
        return files
    }
}
