import ExecutorFutures
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// What particular editors do that the specification does not forbid.
@Suite struct EditorHabitTests {
    private static let two =
        "import Foundation\n\nfunc one() async throws {\n    sleep(1)\n}\nfunc two() async throws {\n    sleep(2)\n}\n"

    private static func range(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> JSONValue {
        [
            "start": ["line": .integer(line), "character": .integer(column)],
            "end": ["line": .integer(endLine), "character": .integer(endColumn)],
        ]
    }

    private func actions(
        _ client: TestClient, at range: JSONValue, about diagnostics: [JSONValue]
    ) async throws -> [JSONValue] {
        try await client.request(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": client.uri("A.swift")], "range": range,
                "context": ["diagnostics": .array(diagnostics)],
            ]
        ).array ?? []
    }

    /// Kate 22 names the finding, asks about the whole document, and applies all that it gets.
    @Test func aQuickFixOfKateIsOneFixOfOneFinding() async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.open("A.swift", Self.two)
            let named: JSONValue = [
                "range": Self.range(6, 4, 6, 12), "source": "unblock", "code": "sleep-in-async", "message": "",
            ]
            let found = try await actions(client, at: Self.range(0, 0, 8, 0), about: [named])
            #expect(found.count == 1)
            let edits = found.first?["edit"]?["changes"]?[client.uri("A.swift").string ?? ""]?.array ?? []
            #expect(edits.allSatisfy { $0["range"]?["start"]?["line"] == 6 })
            #expect(!edits.isEmpty)
        }
    }

    @Test func whoNamesFindingsMeansTheirLinesAlone() async throws {
        try await session { client in
            _ = try await client.initialize(["textDocument": ["codeAction": ["isPreferredSupport": true]]])
            try await client.open("A.swift", Self.two)
            let other: JSONValue = ["range": Self.range(3, 4, 3, 12), "source": "SourceKit", "message": ""]
            let named: JSONValue = ["range": Self.range(6, 4, 6, 12), "source": "unblock", "message": ""]
            let lines = { @Sendable (actions: [JSONValue]) in
                Set(actions.compactMap { $0["diagnostics"]?.array?.first?["range"]?["start"]?["line"]?.integer })
            }
            let everything = Self.range(0, 0, 8, 0)
            #expect(lines(try await actions(client, at: everything, about: [other, named])) == [6])
            #expect(lines(try await actions(client, at: everything, about: [other])) == [3, 6])
        }
    }

    @Test func aDocumentThatIsNoFileIsNoError() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            let document: JSONValue = ["uri": "untitled:Untitled-1"]
            let report = try await client.request("textDocument/diagnostic", ["textDocument": document])
            #expect(report["items"] == [])
            #expect(try await client.request("textDocument/codeLens", ["textDocument": document]) == [])
            let hover = try await client.request(
                "textDocument/hover", ["textDocument": document, "position": ["line": 0, "character": 0]])
            #expect(hover == .null)
            let nothing = try await client.answer(to: client.begin("textDocument/codeLens", [:]))
            #expect(nothing.code == -32602)
        }
    }

    /// VS Code tells of changed settings only those who have registered for it.
    @Test func changedSettingsAreRegisteredFor() async throws {
        try await session { client in
            await client.answerRequests()
            _ = try await client.initialize(["workspace": ["didChangeConfiguration": ["dynamicRegistration": true]]])
            try await client.hear { heard in
                heard.contains {
                    let registration = $0.parameters["registrations"]?.array?.first
                    return registration?["method"] == "workspace/didChangeConfiguration"
                        && registration?["registerOptions"]?["section"] == "unblock"
                }
            }
        }
    }

    @Test(arguments: [
        ("func load() {}  // unblock:allow sleep-in-async - once\n", "func load() {}\n"),
        ("    // unblock:allow sleep-in-async - once\nfunc load() {}\n", "func load() {}\n"),
        ("func load() {}\n// unblock:allow sleep-in-async - once", "func load() {}\n"),
    ])
    func aCommentThatAllowsNothingIsDeletedAndNotAllowed(_ text: String, _ left: String) async throws {
        try await session { client in
            _ = try await client.initialize(
                pull: true, ["textDocument": ["publishDiagnostics": ["tagSupport": ["valueSet": [1]]]]])
            try await client.open("A.swift", text)
            let actions = try await actions(client, at: Self.range(0, 0, 9, 0), about: [])
            #expect(actions.map { $0["title"] } == ["Delete the comment"])
            #expect(actions.first?["diagnostics"]?.array?.first?["tags"] == [1])
            let edit = actions.first?["edit"]?["changes"]?[client.uri("A.swift").string ?? ""]?.array?.first
            try await client.change("A.swift", [["range": edit?["range"] ?? .null, "text": ""]], version: 2)
            #expect(try await client.pull("A.swift") == [])
            let document = await client.session.documents["\(TestClient.root)/A.swift"]
            #expect(document.map { String(decoding: $0.text, as: UTF8.self) } == left)
        }
    }
}
