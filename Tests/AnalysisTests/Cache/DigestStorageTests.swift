import Analysis
import ProgramModel
import RuleCatalogue
import TestSupport
import Testing

/// A digest comes back as it was stored, or not at all; hostile bytes with a valid check sum trap nobody.
struct DigestStorageTests {
    static let texts: [[UInt8]] = Fixture.all().filter { $0.hasSuffix(".swift") }
        .compactMap { try? LocalFileSystem().read($0, limit: 1 << 20) }

    @Test func everyFixtureComesBackAsItWas() async throws {
        #expect(Self.texts.count > 50)
        let failures = try await TestThreads.two.map(Self.texts) { text -> String? in
            let digest = FileDigest(text)
            let bytes = digest.stored
            guard let back = try? FileDigest(bytes, textLength: text.count) else { return "unreadable" }
            guard back.stored == bytes, back.summary.dump == digest.summary.dump, back.directives == digest.directives,
                back.lines == digest.lines, back.problem == digest.problem
            else { return "different" }
            return nil
        }
        for (text, failure) in zip(Self.texts, failures) {
            #expect(failure == nil, "\(String(decoding: text.prefix(80), as: UTF8.self))")
        }
    }

    @Test func hostilePayloadsAreRefusedOrAnalysedWithoutATrap() async throws {
        let texts = Self.texts.filter { $0.count < 6_000 }
        var read = 0
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
            let digest = try await TestThreads.two.run { FileDigest(text) }
            var bytes = digest.stored
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let damaged = bytes
            let wasRead = try await TestThreads.two.run { () -> Bool in
                guard let digest = try? FileDigest(damaged, textLength: text.count) else { return false }
                let snapshot = Snapshot(files: [SourceFile(path: "a.swift", text: text)])
                let analyzer = Analyzer(catalogue: .builtIn, options: AnalysisOptions(offersFixes: true))
                _ = analyzer.conclude(snapshot, [digest])
                return true
            }
            if wasRead { read += 1 }
        }
        // Single bytes are part of a name or a number, or of a flag or a count that few values fit: both ways are walked.
        #expect(read > 5 && read < 200, "\(read) of 200 were read")
    }
}
