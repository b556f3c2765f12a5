import Analysis
import IndexStore
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What the compiler noted decides where it speaks of this very text, and nowhere else.
struct CompilerIndexTests {
    /// One text, and what the compiler says about places that are given by words of it.
    private struct Project {
        let text: String
        var notes: [IndexedFile.Occurrence] = []

        init(_ text: String) { self.text = text }

        /// - Parameter code: stands on one line only, the first if there are several; the note is about the name at
        ///   its start, or behind its dot.
        mutating func note(
            _ code: String, _ usr: String, _ kind: IndexedFile.Kind = .method,
            role: IndexedFile.Occurrence.Role = .call, isAsync: Bool = false, receiver: String? = nil
        ) throws {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
            let wanted = Array(code.utf8)
            let line = try #require(lines.firstIndex { Self.start(of: wanted, in: $0) != nil })
            let start = try #require(Self.start(of: wanted, in: lines[line]))
            let name = (wanted.firstIndex(of: UInt8(ascii: ".")) ?? -1) + 1
            notes.append(
                IndexedFile.Occurrence(
                    line: line + 1, column: start + name + 1, role: role, usr: usr, name: "", kind: kind,
                    isAsync: isAsync, receiver: receiver))
        }

        private static func start(of wanted: [UInt8], in line: [UInt8]) -> Int? {
            line.indices.first { line[$0...].starts(with: wanted) }
        }

        /// - Parameter age: how long after the compiler the file was written.
        func findings(age: Int = -1, shift: Int = 0) async throws -> [String] {
            var file = SourceFile(path: "Sources/App/A.swift", text: Array(text.utf8), module: Module(name: "App"))
            file.modified = 1_000 + age
            let notes = notes.map { note in
                var note = note
                note.column += shift
                return note
            }
            let index = CompilerIndex([IndexedFile(path: file.location, time: 1_000, occurrences: notes)])
            let (snapshot, _) = index.joined(to: Snapshot(files: [file]))
            let analyzer = Analyzer(catalogue: .builtIn, options: AnalysisOptions(offersFixes: true))
            let report = try await analyzer.analyze(snapshot, on: TestThreads.two).report
            return report.findings.map { "\($0.start.line) \($0.rule) \($0.confidence)" }
        }
    }

    private static let wait = "s:8Dispatch0A9SemaphoreC4waityyF"
    private static let semaphore = "s:8Dispatch0A9SemaphoreC"

    private func unknownReceiver() throws -> Project {
        var project = Project("import Dispatch\nfunc f() async {\n    make().wait()\n}\n")
        try project.note(".wait()", Self.wait, receiver: Self.semaphore)
        return project
    }

    @Test func aReceiverThatTheSyntaxDoesNotKnowIsKnown() async throws {
        #expect(try await Project("import Dispatch\nfunc f() async {\n    make().wait()\n}\n").findings().isEmpty)
        #expect(try await unknownReceiver().findings() == ["3 future-wait-in-async certain"])
    }

    @Test func aFileThatHasChangedSinceIsReadAsIfThereWereNoNotes() async throws {
        #expect(try await unknownReceiver().findings(age: 1).isEmpty)
        #expect(try await unknownReceiver().findings(age: 0).count == 1)
    }

    @Test func aNoteBesideACallSaysNothing() async throws {
        for shift in [-30, -1, 1, 300] { #expect(try await unknownReceiver().findings(shift: shift).isEmpty) }
    }

    @Test func aNoteWithAnotherNameSaysNothing() async throws {
        var project = Project("import Dispatch\nfunc f() async {\n    make().pass()\n}\n")
        try project.note(".pass()", Self.wait, receiver: Self.semaphore)
        #expect(try await project.findings().isEmpty)
    }

    @Test func whatTheCompilerCallsAsynchronousBlocksNobody() async throws {
        var project = Project(
            "import Dispatch\nfunc f(_ gate: DispatchSemaphore) async {\n    await (gate.wait(), other())\n}\n")
        let before = try await project.findings()
        try project.note("gate.wait()", "s:3Lib9SemaphoreC4waityyYaF", isAsync: true)
        #expect(try await project.findings().isEmpty)
        #expect(before.count == 1)
    }

    @Test func theWorkspacesOwnFunctionIsFoundByItsUSR() async throws {
        let text = """
            import Foundation
            struct Loader { func load() { Thread.sleep(forTimeInterval: 1) } }
            struct Other { func load() {} }
            func f() async {
                make().load()
            }

            """
        var own = Project(text)
        try own.note("load() { T", "s:3App6LoaderV4loadyyF", role: .definition)
        try own.note("load() {}", "s:3App5OtherV4loadyyF", role: .definition)
        var other = own
        try own.note(".load()", "s:3App6LoaderV4loadyyF")
        try other.note(".load()", "s:3App5OtherV4loadyyF")
        #expect(try await own.findings() == ["5 sleep-in-async certain"])
        #expect(try await other.findings().isEmpty)
    }

    @Test func filesAreCounted() {
        func file(_ name: String, _ time: Int?) -> SourceFile {
            var file = SourceFile(path: name, text: [])
            file.modified = time
            return file
        }
        let index = CompilerIndex([
            IndexedFile(path: "a.swift", time: 10, occurrences: []),
            IndexedFile(path: "b.swift", time: 10, occurrences: []),
            IndexedFile(path: "c.swift", time: 10, occurrences: []),
        ])
        let files = [file("a.swift", 9), file("b.swift", 11), file("c.swift", nil), file("d.swift", 1)]
        let counts = index.joined(to: Snapshot(files: files)).counts
        #expect(counts.used == 1)
        #expect(counts.stale == 2)
        #expect(counts.missing == 1)
    }

    @Test func anIndexIsReadAsItWasWrittenOrNotAtAll() throws {
        let note = IndexedFile.Occurrence(
            line: 3, column: 4, role: .call, usr: Self.wait, name: "wait()", kind: .method, isAsync: false,
            receiver: Self.semaphore)
        let bytes = CompilerIndex.encoded([IndexedFile(path: "a.swift", time: 5, occurrences: [note, note])])
        #expect(CompilerIndex(bytes) != nil)
        for length in 0..<bytes.count { #expect(CompilerIndex(Array(bytes.prefix(length))) == nil) }
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            _ = CompilerIndex(damaged)?.joined(to: Snapshot(files: [SourceFile(path: "a.swift", text: [10, 10, 65])]))
        }
    }
}
