import ExecutorFutures
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// Findings of several folders, asked for at once.
@Suite struct WorkspacePullTests {
    private static let blocking = "import Foundation\n\nfunc load() async throws {\n    sleep(1)\n}\n"

    private static func initialize(_ client: TestClient, _ folders: [String]) async throws {
        let roots = folders.map { name -> JSONValue in ["uri": client.uri(name), "name": .string(name)] }
        _ = try await client.request(
            "initialize",
            [
                "processId": nil, "workspaceFolders": .array(roots),
                "capabilities": ["textDocument": ["diagnostic": [:]]],
            ])
        try await client.notify("initialized", [:])
    }

    @Test func partsComeFolderByFolderAndTheAnswerIsEmpty() async throws {
        let files = ["one/A.swift": Self.blocking, "two/B.swift": Self.blocking, "three/C.swift": "func c() {}\n"]
        try await session(files: files) { client in
            try await Self.initialize(client, ["one", "two", "three"])
            let answer = try await client.request(
                "workspace/diagnostic", ["previousResultIds": [], "partialResultToken": "parts"])
            #expect(answer["items"] == [])
            let parts = await client.heard.filter { $0.method == "$/progress" }.map(\.parameters)
            #expect(parts.allSatisfy { $0["token"] == "parts" })
            let files = parts.map { $0["value"]?["items"]?.array?.map { $0["uri"] ?? .null } }
            #expect(files == [[client.uri("one/A.swift")], [client.uri("two/B.swift")]])
        }
    }

    @Test func aFolderThatCannotBeAnalysedKeepsNoOtherFromIt() async throws {
        let files = ["one/.unblock.yml": "nonsense: [\n", "one/A.swift": Self.blocking, "two/B.swift": Self.blocking]
        try await session(files: files) { client in
            try await Self.initialize(client, ["one", "two"])
            let answer = try await client.request("workspace/diagnostic", ["previousResultIds": []])
            #expect(answer["items"]?.array?.map { $0["uri"] } == [client.uri("two/B.swift")])
        }
    }

    @Test func aDocumentWhoseFolderLeavesIsNoError() async throws {
        try await session(files: ["one/A.swift": Self.blocking]) { client in
            try await Self.initialize(client, ["one"])
            let pull = try await client.begin(
                "textDocument/diagnostic", ["textDocument": ["uri": client.uri("one/A.swift")]])
            let gone: JSONValue = ["added": [], "removed": [["uri": client.uri("one"), "name": "one"]]]
            try await client.notify("workspace/didChangeWorkspaceFolders", ["event": gone])
            let items = try await client.answer(to: pull).get()["items"]?.array
            #expect(items?.isEmpty == true)
        }
    }
}
