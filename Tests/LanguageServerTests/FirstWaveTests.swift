import Analysis
import ExecutorFutures
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is told of an edited file before the rest of the folder is looked at.
@Suite struct FirstWaveTests {
    private static let root = "/work"

    /// `UNBLOCK_EDITS=10000` for a long run.
    private static let edits = getenv("UNBLOCK_EDITS").flatMap { Int(String(cString: $0)) } ?? 150

    /// After each of many random edits the edited file has the findings that a fresh look at the whole folder tells.
    ///
    /// A few come with the second wave: what an edit changes elsewhere, and what nobody called before.
    @Test func theFirstWaveTellsWhatAFreshAnalysisTells() async throws {
        let executor = TestThreads.two
        var random = SeededGenerator(seed: 6)
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
                isReverted ? originals[path] : Self.edited(texts[path] ?? [], among: originals, &random)
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
        #expect(late.count * 100 <= Self.edits, "seed 6:\n\(late.joined(separator: "\n"))")
        #expect(refused * 100 <= Self.edits)
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
        var files: [String: [UInt8]] = [:]
        for (number, path) in Fixture.all().enumerated() {
            let fixture = try Fixture(reading: path)
            let isProject = fixture.name.contains("/projects/")
            guard isProject || number.isMultiple(of: 7) else { continue }
            for file in fixture.files where file.path.hasSuffix(".swift") && (isProject || fixture.files.count > 1) {
                files["\(root)/\(FilePath.name(path))/\(file.path)"] = Array(file.text.utf8)
            }
            if !isProject, fixture.files.count == 1, let only = fixture.files.first {
                files["\(root)/Sources/Rules/\(number)-\(FilePath.name(path))"] = Array(only.text.utf8)
            }
        }
        return files
    }

    private static func edited(
        _ text: [UInt8], among files: [String: [UInt8]], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var text = text
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let line = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: line)
        case 2, 3:
            // A line of another file: a call, a declaration, half of something.
            let other = files.keys.sorted().randomElement(using: &random).flatMap { files[$0] } ?? []
            let others = other.split(separator: 0x0A)
            if let copied = others.randomElement(using: &random) { lines.insert(Array(copied), at: line) }
        case 4: lines.insert(Array("        sleep(1)".utf8), at: line)
        case 5:
            let words = ["await ", "try ", "async ", "}", "{", "(", "\"", "//", "x", " ", "load()", "static "]
            let word = Array((words.randomElement(using: &random) ?? "").utf8)
            text.insert(contentsOf: word, at: Int.random(in: 0...text.count, using: &random))
            return text
        default:
            let start = Int.random(in: 0...text.count, using: &random)
            text.removeSubrange(start..<min(text.count, start + Int.random(in: 1...4, using: &random)))
            return text
        }
        return Array(lines.joined(separator: [0x0A]))
    }
}
