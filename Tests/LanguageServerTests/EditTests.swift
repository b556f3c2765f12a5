import Analysis
import ExecutorFutures
import LanguageServerProtocol
import RuleCatalogue
import SimulatedExecution
import TestSupport
import Testing

/// Documents that change while they are analysed.
@Suite struct EditTests {
    private static let blocking = "import Foundation\nfunc load() async { sleep(1) }\n"

    /// After each of many random edits the diagnostics are those of a fresh analysis of the same text.
    @Test(arguments: EditRun.seeds(usually: 4, editsEach: 58))
    func afterEachEditTheFindingsAreThoseOfTheText(_ seed: UInt64) async throws {
        let pieces = [
            "sleep(1)\n", "func a() async { usleep(9) }\n", "}\n", "{\n", "// ", "await ", "\r\n", "😀",
            "import Foundation\n",
            "func b() { sleep(2) }\n", "b()\n", "\"", "let x = FileManager.default.contents(atPath: \"x\")\n",
        ]
        try await Simulation.check(seeds: 0..<1) { loop in
            var random = SeededGenerator(seed: seed)
            let client = TestClient(on: loop)
            _ = try await client.initialize(pull: true)
            var text = Array(Self.blocking)
            try await client.open("A.swift", String(text))
            for version in 2..<60 {
                let start = Int.random(in: 0...text.count, using: &random)
                let end = min(text.count, start + Int.random(in: 0...12, using: &random))
                text.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? "")
                try await client.replace("A.swift", with: String(text), version: version)
                let shown = try await client.pull("A.swift")
                let fresh = try Self.findings(of: String(text))
                #expect(shown == fresh, "seed \(seed), version \(version):\n\(String(text))")
            }
            _ = try await client.end()
        }
    }

    private static func findings(of text: String) throws -> [String] {
        let file = SourceFile(path: "A.swift", text: Array(text.utf8))
        let result = Analyzer(catalogue: .builtIn).conclude(Snapshot(files: [file]), [FileDigest(file.text)])
        return result.report.findings.map { "\($0.rule) \($0.start.line - 1)" }
    }

    /// Whatever comes between: every request has one answer, and no push is about an older text than the one before.
    @Test func underEverySchedulePushesFollowTheEditsAndRequestsAreAnsweredOnce() async throws {
        try await session(files: ["A.swift": ""], seeds: 0..<60) { client in
            _ = try await client.initialize(["textDocument": ["publishDiagnostics": ["versionSupport": true]]])
            try await client.open("A.swift", "")
            var ids: [RequestID] = []
            for version in 2..<12 {
                let count = version % 3
                let lines = (0..<count).map { _ in Self.blocking }.joined()
                try await client.replace("A.swift", with: lines, version: version)
                if version.isMultiple(of: 2) { try await client.loop.sleep(for: .milliseconds(7)) }
                let id = try await client.begin(
                    "textDocument/hover",
                    [
                        "textDocument": ["uri": client.uri("A.swift")], "position": ["line": 1, "character": 22],
                    ])
                ids.append(id)
                if version.isMultiple(of: 3) { try await client.notify("$/cancelRequest", ["id": id.json]) }
            }
            for id in ids { _ = try await client.answer(to: id) }
            try await client.hear { heard in
                heard.last { $0.method.hasSuffix("publishDiagnostics") }?.parameters["version"] == 11
            }
            let answers = await client.answers
            for id in ids { try #require(answers[id]?.count == 1, "request \(id)") }
            let pushes = await client.heard.filter { $0.method == "textDocument/publishDiagnostics" }
            let versions = pushes.compactMap { $0.parameters["version"]?.integer }
            try #require(versions == versions.sorted(), "pushes went back: \(versions)")
            for push in pushes {
                guard let version = push.parameters["version"]?.integer, version > 1 else { continue }
                let count = push.parameters["diagnostics"]?.array?.count
                try #require(count == version % 3, "version \(version) has \(count ?? -1) findings")
            }
        }
    }

    @Test func anEditThatMakesNoSenseLosesNothing() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            try await client.change("A.swift", [["text": "x"]], version: 1)
            try await client.close("A.swift")
            try await client.open("A.swift", Self.blocking)
            try await client.open("A.swift", Self.blocking, version: 1)
            let reversed: JSONValue = [
                "range": [
                    "start": ["line": 1, "character": 4], "end": ["line": 1, "character": 0],
                ], "text": "func",
            ]
            try await client.change("A.swift", [reversed], version: 2)
            let far: JSONValue = [
                "range": ["start": ["line": 99, "character": 9], "end": ["line": 999, "character": 0]], "text": "\n",
            ]
            try await client.change("A.swift", [far, 3, ["text": 7]], version: 3)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
        }
    }

    /// An edit ends what a request waited for; the request goes on with the new text and is not called cancelled.
    @Test func anEditDoesNotCancelRequests() async throws {
        // Three verdicts take longer than the analysis of the edit.
        let text = Self.blocking + "func a() async { usleep(90_000) }\nfunc b() async { _ = getchar() }\n"
        try await session(files: ["A.swift": text], seeds: 0..<40) { client in
            _ = try await client.initialize(pull: true)
            try await client.open("A.swift", text)
            _ = try await client.pull("A.swift")
            let parameters: JSONValue = ["textDocument": ["uri": client.uri("A.swift")]]
            let id = try await client.begin("textDocument/codeLens", parameters)
            for version in 2..<5 {
                try await client.loop.sleep(for: .milliseconds(3))
                try await client.replace("A.swift", with: "\n" + text, version: version)
            }
            try #require(try await client.answer(to: id).get().array?.isEmpty == false)
            // Asked again, it is about the last text.
            let last = try await client.request("textDocument/codeLens", parameters).array?.first
            try #require(last?["range"]?["start"]?["line"] == 2)
        }
    }

    @Test func aStormOfCancelledRequestsIsAnswered() async throws {
        try await session(files: ["A.swift": Self.blocking], seeds: 0..<3) { client in
            _ = try await client.initialize(pull: true)
            var ids: [RequestID] = []
            for _ in 0..<200 {
                let id = try await client.begin(
                    "textDocument/diagnostic", ["textDocument": ["uri": client.uri("A.swift")]])
                try await client.notify("$/cancelRequest", ["id": id.json])
                ids.append(id)
            }
            for id in ids {
                let code = try await client.answer(to: id).code
                #expect(code == nil || code == -32800)
            }
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
        }
    }

    @Test func anIdThatIsInUseIsRefused() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            let held: JSONValue = ["id": "x", "method": "workspace/diagnostic", "params": ["previousResultIds": []]]
            try await client.send(held)
            _ = try await client.answer(to: .string("x"))
            try await client.send(held)
            try await client.send(["id": "x", "method": "textDocument/hover", "params": [:]])
            try await client.hear { _ in true }
            let answers = try await waitForAnswers(client, "x", count: 2)
            #expect(answers.last?.code == -32600)
        }
    }

    private func waitForAnswers(
        _ client: TestClient, _ id: String, count: Int
    ) async throws -> [Result<JSONValue, ResponseError>] {
        while true {
            if let answers = await client.answers[.string(id)], answers.count >= count { return answers }
            try await client.loop.sleep(for: .milliseconds(1))
        }
    }
}

extension RequestID {
    var json: JSONValue {
        switch self {
        case .number(let value): .integer(value)
        case .string(let value): .string(value)
        }
    }
}
