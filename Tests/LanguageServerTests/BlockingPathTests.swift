import LanguageServerProtocol
import Testing

/// Call hierarchy, inlay hints and the command that draws calls: what leads to blocking code.
@Suite struct BlockingPathTests {
    private static let files = [
        "Store.swift": """
        import Foundation

        struct Store {
            func read() -> Data? { open() }
            func open() -> Data? {
                pause()
                return FileManager.default.contents(atPath: "x")
            }
        }

        """,
        "Use.swift": """
        func pause() { sleep(1) }
        func harmless() {}
        func load(_ store: Store) async {
            harmless()
            _ = store.read()
            _ = store.read()
        }

        """,
    ]

    private func item(_ client: TestClient, _ name: String, line: Int, character: Int) async throws -> JSONValue? {
        try await client.request(
            "textDocument/prepareCallHierarchy",
            [
                "textDocument": ["uri": client.uri(name)],
                "position": ["line": .integer(line), "character": .integer(character)],
            ]
        ).array?.first
    }

    private func names(_ calls: JSONValue, _ end: String) -> [String?] {
        (calls.array ?? []).map { $0[end]?["name"]?.string }
    }

    @Test func theHierarchyFollowsBlockingCallsBothWays() async throws {
        try await session(files: Self.files) { client in
            _ = try await client.initialize(pull: true)
            let read = try #require(try await item(client, "Store.swift", line: 3, character: 10))
            #expect(read["name"] == "Store.read()")
            let incoming = try await client.request("callHierarchy/incomingCalls", ["item": read])
            #expect(names(incoming, "from") == ["load(_:)"])
            #expect(incoming.array?.first?["from"]?["detail"] == "asynchronous: the blocking begins here")
            #expect(incoming.array?.first?["fromRanges"]?.array?.count == 2)
            let outgoing = try await client.request("callHierarchy/outgoingCalls", ["item": read])
            #expect(names(outgoing, "to") == ["Store.open()"])
            let open = outgoing.array?.first?["to"] ?? .null
            let ends = try await client.request("callHierarchy/outgoingCalls", ["item": open])
            #expect(Set(names(ends, "to")) == ["pause()", "FileManager.contents(atPath:)"])
            // On a call the called function is meant, and code that blocks nothing is no part of it.
            #expect(try await item(client, "Use.swift", line: 4, character: 16)?["name"] == "Store.read()")
            #expect(try await item(client, "Use.swift", line: 1, character: 7) == nil)
            #expect(try await item(client, "Use.swift", line: 3, character: 6) == nil)
        }
    }

    @Test func theHierarchyIsThatOfTheLastText() async throws {
        try await session(files: Self.files) { client in
            _ = try await client.initialize(pull: true)
            try await client.open("Use.swift", Self.files["Use.swift"] ?? "")
            _ = try await item(client, "Use.swift", line: 0, character: 6)
            try await client.replace("Use.swift", with: "\nfunc pause() { usleep(90_000) }\n", version: 2)
            let pause = try #require(try await item(client, "Use.swift", line: 1, character: 6))
            let ends = try await client.request("callHierarchy/outgoingCalls", ["item": pause])
            #expect(names(ends, "to") == ["usleep(_:)"])
            #expect(try await item(client, "Store.swift", line: 3, character: 10) == nil)
        }
    }

    @Test func hintsAreShownToThoseWhoWantThem() async throws {
        let parameters = { @Sendable (client: TestClient) -> JSONValue in
            [
                "textDocument": ["uri": client.uri("Store.swift")],
                "range": ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]],
            ]
        }
        try await session(files: Self.files) { client in
            _ = try await client.initialize(pull: true)
            #expect(try await client.request("textDocument/inlayHint", parameters(client)) == [])
            try await client.notify(
                "workspace/didChangeConfiguration", ["settings": ["unblock": ["inlayHints": true]]])
            let hints = try await client.request("textDocument/inlayHint", parameters(client)).array ?? []
            #expect(hints.map { $0["position"]?["line"] } == [3, 4])
            #expect(hints.first?["label"]?.string?.hasPrefix("blocks: ") == true)
        }
    }

    @Test func theCommandDrawsTheCalls() async throws {
        try await session(files: Self.files) { client in
            _ = try await client.initialize(pull: true)
            let tree = try await client.request(
                "workspace/executeCommand",
                ["command": "unblock.showCallGraph", "arguments": [client.uri("Use.swift"), 5]]
            ).string
            let expected = """
                load(_:)  Use.swift:3
                ├─ Store.read()  Use.swift:5
                │  └─ Store.open()  Store.swift:4
                │     ├─ pause()  Store.swift:6
                │     │  └─ sleep(_:)  blocks  Use.swift:1
                │     └─ FileManager.contents(atPath:)  blocks  Store.swift:7
                └─ Store.read()  Use.swift:6
                """
            #expect(tree?.hasPrefix(expected) == true, "\(tree ?? "nothing")")
            let nowhere = try await client.answer(
                to: client.begin(
                    "workspace/executeCommand",
                    ["command": "unblock.showCallGraph", "arguments": [client.uri("Use.swift"), 2]]))
            #expect(nowhere.code == -32803)
        }
    }
}
