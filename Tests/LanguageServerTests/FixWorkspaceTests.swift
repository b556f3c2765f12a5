import ExecutorFutures
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// All safe fixes of the workspace, by one command.
@Suite struct FixWorkspaceTests {
    private static let blocking = "import Foundation\n\nfunc load() async throws {\n    sleep(1)\n}\n"
    private static let files = ["A.swift": blocking, "Deep/B.swift": blocking, "C.swift": "func c() {}\n"]

    private static func fix(_ client: TestClient, _ token: JSONValue? = nil) async throws -> JSONValue {
        try await client.answer(
            to: client.begin(
                "workspace/executeCommand",
                .present(["command": "unblock.fixWorkspace", "arguments": [], "workDoneToken": token]))
        ).get()
    }

    @Test func theClientAppliesTheFixesOfAllFiles() async throws {
        try await session(files: Self.files) { client in
            await client.answerRequests()
            _ = try await client.initialize(
                pull: true, ["workspace": ["applyEdit": true, "workspaceEdit": ["documentChanges": true]]])
            try await client.open("A.swift", Self.blocking, version: 5)
            #expect(try await Self.fix(client, "mine") == "2 fixes in 2 files")
            let asked = await client.heard.filter { $0.method == "workspace/applyEdit" }.map(\.parameters)
            let documents = asked.first?["edit"]?["documentChanges"]?.array?.compactMap { $0["textDocument"] }
            #expect(asked.count == 1)
            #expect(documents?.map { $0["uri"] } == [client.uri("A.swift"), client.uri("Deep/B.swift")])
            #expect(documents?.first?["version"] == 5)
            let progress = await client.heard.filter { $0.method == "$/progress" }.map(\.parameters)
            #expect(progress.map { $0["token"] } == ["mine", "mine"])
            #expect(progress.map { $0["value"]?["kind"] } == ["begin", "end"])
        }
    }

    /// Who does not answer must not keep the session from ending.
    @Test func whereNothingIsAppliedTheCommandFails() async throws {
        try await session(files: Self.files) { client in
            _ = try await client.initialize(["workspace": ["applyEdit": true]])
            let held = try await client.begin("workspace/executeCommand", ["command": "unblock.fixWorkspace"])
            try await client.hear { heard in heard.contains { $0.method == "workspace/applyEdit" } }
            try await client.notify("$/cancelRequest", ["id": held.json])
            #expect(try await client.answer(to: held).code == -32800)
        }
        try await session(files: Self.files) { client in
            _ = try await client.initialize()
            let answer = try await client.answer(
                to: client.begin("workspace/executeCommand", ["command": "unblock.fixWorkspace"]))
            #expect(answer.code == -32803)
        }
    }

    @Test func itIsOfferedWhereThereIsSomethingToFix() async throws {
        try await session(files: Self.files) { client in
            _ = try await client.initialize(["workspace": ["applyEdit": true]])
            let kinds = { @Sendable (name: String, only: JSONValue?) in
                let place: JSONValue = ["line": 0, "character": 0]
                let answer = try await client.request(
                    "textDocument/codeAction",
                    [
                        "textDocument": ["uri": client.uri(name)], "range": ["start": place, "end": place],
                        "context": .present(["diagnostics": [], "only": only]),
                    ])
                return answer.array?.map { $0["kind"] ?? .null }
            }
            #expect(try await kinds("A.swift", nil) == ["source.fixAll.unblock", "source.fixWorkspace.unblock"])
            #expect(try await kinds("C.swift", nil) == [])
            #expect(try await kinds("C.swift", ["source"]) == ["source.fixWorkspace.unblock"])
            // What is done on save is about one file.
            #expect(try await kinds("A.swift", ["source.fixAll"]) == ["source.fixAll.unblock"])
        }
    }
}
