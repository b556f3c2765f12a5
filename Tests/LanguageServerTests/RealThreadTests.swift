import ExecutorFutures
import LanguageServerProtocol
import TestSupport
import Testing

/// Sessions on a real loop and a real pool, as the program has them; Thread Sanitizer looks at these.
@Suite struct RealThreadTests {
    private static let edits = EditRun.edits(usually: 40)

    /// Requests of all kinds are in flight while edits come and half of the requests are cancelled.
    @Test func editsAndRequestsMeetOnRealThreads() async throws {
        let originals = try RandomEdit.projects(below: TestClient.root)
        let files = Dictionary(
            uniqueKeysWithValues: originals.map {
                (String($0.dropFirst(TestClient.root.count + 1)), String(decoding: $1, as: UTF8.self))
            })
        let loop = try EventLoop.onOwnThread(name: "session")
        let pool = TestThreads.make(4)
        let seed = EditRun.seed(usually: 3)
        let working = loop.spawn {
            var random = SeededGenerator(seed: seed)
            let client = TestClient(on: loop, files: files, executor: pool)
            await client.answerRequests()
            _ = try await client.initialize(pull: true)
            let names = files.keys.sorted()
            for name in names { try await client.open(name, files[name] ?? "") }
            var ids: [RequestID] = []
            for number in 1...Self.edits {
                let name = try #require(names.randomElement(using: &random))
                let text = RandomEdit.edited(Array((files[name] ?? "").utf8), among: originals, &random)
                try await client.replace(name, with: String(decoding: text, as: UTF8.self), version: number + 1)
                for method in Self.methods {
                    let id = try await client.begin("textDocument/" + method, Self.place(client, name))
                    ids.append(id)
                    if Bool.random(using: &random) { try await client.notify("$/cancelRequest", ["id": id.json]) }
                }
                // Now and then all is waited for, so that findings are told and fixes worked out.
                if number.isMultiple(of: 8) { _ = try await client.pull(name) }
            }
            for id in ids { _ = try await client.answer(to: id) }
            let answers = await client.answers
            for id in ids { try #require(answers[id]?.count == 1, "seed \(seed): request \(id)") }
            _ = try await client.end()
        }
        let result = await working.result
        await loop.shutdown()
        try result.get()
    }

    private static let methods = [
        "diagnostic", "hover", "codeLens", "codeAction", "inlayHint", "prepareCallHierarchy",
    ]

    private static func place(_ client: TestClient, _ name: String) -> JSONValue {
        [
            "textDocument": ["uri": client.uri(name)], "position": ["line": 5, "character": 12],
            "range": ["start": ["line": 0, "character": 0], "end": ["line": 60, "character": 0]],
            "context": ["diagnostics": []],
        ]
    }
}
