import Analysis
import ExecutorFutures
import LanguageServerProtocol
import RuleCatalogue
import SimulatedExecution
import SourceModel
import TestSupport
import Testing

@testable import LanguageServer

/// What clients do that no specification foresees, or that it foresees and nobody does right.
@Suite struct TortureTests {
    private static let blocking = "import Foundation\nfunc load() async { sleep(1) }\n"

    /// Small edits with places of every kind, in text with every line end; a copy is kept another way.
    @Test(arguments: EditRun.seeds(usually: 6, editsEach: 48))
    func incrementalEditsEndWhereAFreshOpenEnds(_ seed: UInt64) async throws {
        let pieces = [
            "sleep(1)\n", "func a() async { usleep(9) }\r\n", "}", "{", "\r", "\n", "\r\n", "😀", "é", "// ", "await ",
            "", "func b() { sleep(2) }\rb()",
        ]
        try await Simulation.check(seeds: 0..<1) { loop in
            var random = SeededGenerator(seed: seed)
            let client = TestClient(on: loop)
            _ = try await client.initialize(pull: true)
            var copy = Array("import Foundation\r\nfunc load() async {\r    sleep(1) // 😀é\n}\n".utf16)
            try await client.open("A.swift", String(decoding: copy, as: UTF16.self))
            for version in 2..<50 {
                var changes: [JSONValue] = []
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let piece = pieces.randomElement(using: &random) ?? ""
                    let (start, one) = Self.place(in: copy, &random)
                    let (end, two) = Self.place(in: copy, &random)
                    // Half of the ranges are short.
                    let isShort = Bool.random(using: &random)
                    let range = isShort ? start..<start : min(start, end)..<max(start, end)
                    guard !Self.splitsCharacter(copy, range) else { continue }
                    copy.replaceSubrange(range, with: Array(piece.utf16))
                    changes.append(["range": ["start": one, "end": isShort ? one : two], "text": .string(piece)])
                }
                try await client.change("A.swift", changes, version: version)
                let text = String(decoding: copy, as: UTF16.self)
                #expect(try await client.pull("A.swift") == Self.findings(of: text), "seed \(seed), version \(version)")
                let kept = await client.session.text(of: "\(TestClient.root)/A.swift")
                try #require(kept == Array(text.utf8), "seed \(seed), version \(version)")
            }
            _ = try await client.end()
        }
    }

    /// An offset of UTF-16 and the same as a position, sometimes one that lies outside.
    private static func place(
        in text: [UInt16], _ random: inout SeededGenerator
    ) -> (offset: Int, position: JSONValue) {
        var starts = [0]
        for (index, unit) in text.enumerated()
        where unit == 0x0A || unit == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A) {
            starts.append(index + 1)
        }
        let line = Int.random(in: 0...starts.count, using: &random)
        guard line < starts.count else {
            return (text.count, ["line": .integer(line + 7), "character": 3])
        }
        let end = text[starts[line]...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        let offset = Int.random(in: starts[line]...end, using: &random)
        let beyond = offset == end ? Int.random(in: 0...2, using: &random) * 40 : 0
        return (offset, ["line": .integer(line), "character": .integer(offset - starts[line] + beyond)])
    }

    /// No client cuts a pair of surrogates; what happens then is left open.
    private static func splitsCharacter(_ text: [UInt16], _ range: Range<Int>) -> Bool {
        [range.lowerBound, range.upperBound].contains { $0 < text.count && (0xDC00...0xDFFF).contains(text[$0]) }
    }

    private static func findings(of text: String) throws -> [String] {
        let file = SourceFile(path: "A.swift", text: Array(text.utf8))
        let result = Analyzer(catalogue: .builtIn).conclude(Snapshot(files: [file]), [FileDigest(file.text)])
        let table = PositionMapper(file.text, .utf16)
        return result.report.findings.map { "\($0.rule) \(table.position(of: $0.range.start).line)" }
    }

    @Test func aDocumentThatIsClosedWhileItIsBusyIsAnswered() async throws {
        try await session(files: ["A.swift": Self.blocking], seeds: 0..<20) { client in
            _ = try await client.initialize(pull: true)
            var ids: [RequestID] = []
            for version in 1..<6 {
                try await client.open("A.swift", Self.blocking + "// \(version)\n", version: version)
                for method in ["diagnostic", "codeLens", "hover", "codeAction", "inlayHint"] {
                    ids.append(try await client.begin("textDocument/" + method, Self.place(client)))
                }
                try await client.replace("A.swift", with: "", version: version + 1)
                try await client.close("A.swift")
            }
            for id in ids { _ = try await client.answer(to: id) }
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
            for id in ids { try #require(await client.answers[id]?.count == 1) }
        }
    }

    private static func place(_ client: TestClient) -> JSONValue {
        [
            "textDocument": ["uri": client.uri("A.swift")], "position": ["line": 1, "character": 22],
            "range": ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 9]],
            "context": ["diagnostics": []],
        ]
    }

    @Test func filesMayBeRenamedAndDeletedOnDisk() async throws {
        try await Simulation.check(seeds: 0..<5) { loop in
            let root = TestClient.root
            let disk = ChangingFileSystem(["\(root)/A.swift": Self.blocking, "\(root)/Package.swift": ""])
            let client = TestClient(on: loop, executor: LateExecutor(loop), fileSystem: disk)
            _ = try await client.initialize(pull: true)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
            func tell(_ changes: [(String, Int)]) async throws {
                try await client.notify(
                    "workspace/didChangeWatchedFiles",
                    [
                        "changes": .array(
                            changes.map { ["uri": client.uri($0.0), "type": .integer($0.1)] })
                    ])
            }
            disk.set("\(TestClient.root)/A.swift", nil)
            disk.set("\(TestClient.root)/B.swift", Self.blocking)
            try await tell([("A.swift", 3), ("B.swift", 1)])
            #expect(try await client.pull("B.swift") == ["sleep-in-async 1"])
            #expect(try await client.pull("A.swift") == [])
            // An open document is there whatever the disk says, and goes when it is closed.
            try await client.open("B.swift", Self.blocking)
            disk.set("\(TestClient.root)/B.swift", nil)
            try await tell([("B.swift", 3)])
            #expect(try await client.pull("B.swift") == ["sleep-in-async 1"])
            try await client.close("B.swift")
            #expect(try await client.pull("B.swift") == [])
            disk.set("\(TestClient.root)/B.swift", Self.blocking + Self.blocking)
            try await tell([("B.swift", 2)])
            #expect(try await client.pull("B.swift").count == 2)
            _ = try await client.end()
        }
    }

    @Test func manyRequestsOfAllKindsAreInFlightAtOnce() async throws {
        try await session(files: ["A.swift": Self.blocking], seeds: 0..<3) { client in
            _ = try await client.initialize(pull: true)
            try await client.open("A.swift", Self.blocking)
            let methods = [
                "textDocument/diagnostic", "textDocument/hover", "textDocument/codeLens", "textDocument/codeAction",
                "textDocument/inlayHint", "textDocument/prepareCallHierarchy", "workspace/symbol", "nothing/at/all",
            ]
            var ids: [RequestID] = []
            for number in 0..<400 {
                ids.append(try await client.begin(methods[number % methods.count], Self.place(client)))
                if number.isMultiple(of: 50) {
                    try await client.replace("A.swift", with: Self.blocking, version: number + 2)
                }
            }
            for id in ids { _ = try await client.answer(to: id) }
            let answers = await client.answers
            for id in ids { try #require(answers[id]?.count == 1) }
        }
    }

    @Test func idsOfEveryKindComeBackAsTheyWere() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            let ids: [RequestID] = [
                .number(0), .number(-1), .number(1 << 53), .string(""), .string("0"), .string("ä\u{1F600}\"\\\n"),
            ]
            for id in ids {
                try await client.send(["jsonrpc": "2.0", "id": id.json, "method": "nothing"])
                #expect(try await client.answer(to: id).code == -32601)
            }
            let others: [JSONValue] = [.number(1.5), .bool(true), [], [:], nil]
            for id in others { try await client.send(["jsonrpc": "2.0", "id": id, "method": "nothing"]) }
            #expect(try await client.request("shutdown", .null) == .null)
            #expect(await client.answers[nil]?.count == others.count)
        }
    }

    /// Answers wait until somebody reads them, and new requests are only taken when there is room.
    @Test func aClientThatDoesNotReadLosesNothing() async throws {
        try await Simulation.check(seeds: 0..<1) { loop in
            let toServer = loop.memoryPipe()
            let toClient = loop.memoryPipe()
            let configuration = LanguageServer.Configuration(
                version: "test", executor: InlineExecutor(), fileSystem: MemoryFileSystem())
            let server = LanguageServer(configuration, on: loop)
            let status = Task(executorPreference: loop.taskExecutor) {
                await server.run(reader: toServer.reader, writer: toClient.writer)
            }
            let count = 2_000
            let writing = Task(executorPreference: loop.taskExecutor) {
                let begin: JSONValue = ["id": 0, "method": "initialize", "params": ["capabilities": [:]]]
                try await toServer.writer.write(framed(JSONWriter.write(begin)))
                for id in 1...count {
                    let request: JSONValue = ["id": .integer(id), "method": "nothing"]
                    try await toServer.writer.write(framed(JSONWriter.write(request)))
                }
            }
            try await loop.sleep(for: .seconds(60))
            var frames = FrameReader()
            var ids: [Int] = []
            while ids.count <= count {
                frames.append(try await toClient.reader.read(upTo: 1 << 16))
                while let body = try frames.next() {
                    ids.append(try #require(JSONReader.read(body)["id"]?.integer))
                }
            }
            try await writing.value
            #expect(ids.sorted() == Array(0...count))
            try await toServer.writer.finish()
            #expect(await status.value == 1)
        }
    }

    /// An hour of typing, with a client that answers none of the server's requests.
    @Test func anHourOfEditsLeavesNothingBehind() async throws {
        try await Simulation.check(seeds: 0..<1) { loop in
            let client = TestClient(
                on: loop, files: ["A.swift": Self.blocking, "B.swift": "func run() async { load() }"])
            let refreshes: JSONValue = ["refreshSupport": true]
            _ = try await client.initialize(
                pull: true, ["workspace": ["diagnostics": refreshes, "codeLens": refreshes]])
            try await client.open("A.swift", Self.blocking)
            try await client.open("B.swift", "func run() async { pause() }")
            var sizes: [Int] = []
            for second in stride(from: 10, through: 3_600, by: 10) {
                let count = second / 10 % 3
                let lines = (0..<count).map { "func f\($0)() async { sleep(1) }\n" }.joined()
                let helper = second.isMultiple(of: 200) ? "func pause() { sleep(1) }\n" : ""
                try await client.replace("A.swift", with: lines + helper, version: second + 1)
                if second.isMultiple(of: 70) {
                    _ = try await client.begin("textDocument/hover", Self.place(client))
                }
                #expect(try await client.pull("A.swift").count == count)
                try await loop.sleep(for: .seconds(10))
                if second.isMultiple(of: 600) { sizes.append(await client.session.kept) }
            }
            #expect(Set(sizes.dropFirst()).count == 1, "kept: \(sizes)")
            _ = try await client.end()
        }
    }
}

extension LanguageServer {
    func text(of path: String) -> [UInt8]? { documents[path]?.text }

    /// Entries of everything that could grow.
    var kept: Int {
        documents.count + reports.count + running.count + waiting.count + refreshing.count + shownProgress.count
            + endedProgress.count + folders.reduce(0) { $0 + $1.details.count + $1.leftOut.count }
    }
}
