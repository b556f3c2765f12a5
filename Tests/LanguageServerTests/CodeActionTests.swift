import ExecutorFutures
import LanguageServerProtocol
import SourceModel
import Testing

@testable import LanguageServer

/// What the editor offers at a finding.
@Suite struct CodeActionTests {
    private static let text =
        "import Foundation\n\nfunc load() async throws {\n    Thread.sleep(forTimeInterval: 0.25)\n}\n"

    private func actions(
        _ client: TestClient, line: Int, only: [JSONValue]? = nil
    ) async throws -> [JSONValue] {
        let place: JSONValue = ["line": .integer(line), "character": 5]
        var context: [String: JSONValue] = ["diagnostics": []]
        context["only"] = only.map { .array($0) }
        return try await client.request(
            "textDocument/codeAction",
            [
                "textDocument": ["uri": client.uri("A.swift")], "range": ["start": place, "end": place],
                "context": .object(context),
            ]
        ).array ?? []
    }

    @Test func aFixHasItsEditAndRemovesTheFinding() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true, ["textDocument": ["codeAction": ["isPreferredSupport": true]]])
            try await client.open("A.swift", Self.text)
            let action = try #require(try await actions(client, line: 3, only: ["quickfix"]).first)
            #expect(action["isPreferred"] == true)
            let edits = try #require(action["edit"]?["changes"]?[client.uri("A.swift").string ?? ""]?.array)
            let changed = Self.apply(edits)
            #expect(changed.contains("    try await Task.sleep(for: .milliseconds(250))\n"))
            try await client.replace("A.swift", with: changed, version: 2)
            #expect(try await client.pull("A.swift") == [])
            #expect(try await actions(client, line: 3) == [])
        }
    }

    @Test func anAllowCommentStandsAboveTheCall() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true, ["workspace": ["workspaceEdit": ["documentChanges": true]]])
            try await client.open("A.swift", Self.text, version: 7)
            let action = try #require(
                try await actions(client, line: 3).first { $0["title"]?.string?.hasPrefix("Allow") == true })
            let change = action["edit"]?["documentChanges"]?.array?.first
            #expect(change?["textDocument"]?["version"] == 7)
            let changed = Self.apply(change?["edits"]?.array ?? [])
            #expect(changed.contains("    // unblock:allow sleep-in-async - reason\n    Thread.sleep"))
            try await client.replace("A.swift", with: changed, version: 8)
            #expect(try await client.pull("A.swift") == [])
        }
    }

    @Test func onlyWhatIsAskedForIsOffered() async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.open("A.swift", Self.text)
            #expect(try await actions(client, line: 3, only: ["refactor"]) == [])
            let all = try await actions(client, line: 0, only: ["source.fixAll"])
            #expect(all.map { $0["kind"] } == ["source.fixAll.unblock"])
            #expect(try await actions(client, line: 0, only: ["quickfix"]) == [])
        }
    }

    @Test func hoverTellsTheReasonAndTheSimulation() async throws {
        try await session { client in
            _ = try await client.initialize(["textDocument": ["hover": ["contentFormat": ["plaintext"]]]])
            try await client.open("A.swift", Self.text)
            let place: JSONValue = ["line": 3, "character": 12]
            let hover = try await client.request(
                "textDocument/hover", ["textDocument": ["uri": client.uri("A.swift")], "position": place])
            let text = hover["contents"]?["value"]?.string ?? ""
            #expect(hover["contents"]?["kind"] == "plaintext")
            #expect(text.contains("sleep-in-async"))
            #expect(text.contains("simulated: confirmed"))
            let nowhere = try await client.request(
                "textDocument/hover",
                ["textDocument": ["uri": client.uri("A.swift")], "position": ["line": 0, "character": 0]])
            #expect(nowhere == .null)
        }
    }

    @Test func aLensTellsTheStallAndItsCommandTheRest() async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.open("A.swift", Self.text)
            let lens = try #require(
                try await client.request("textDocument/codeLens", ["textDocument": ["uri": client.uri("A.swift")]])
                    .array?.first)
            #expect(lens["range"]?["start"]?["line"] == 2)
            #expect(lens["command"]?["title"]?.string?.contains("stalls") == true)
            let report = try await client.request(
                "workspace/executeCommand",
                ["command": lens["command"]?["command"] ?? .null, "arguments": lens["command"]?["arguments"] ?? .null])
            #expect(report.string?.contains("confirmed") == true)
            let unknown = try await client.answer(to: client.begin("workspace/executeCommand", ["command": "rm"]))
            #expect(unknown.code == -32602)
        }
    }

    /// Edits refer to the text before all of them.
    private static func apply(_ edits: [JSONValue]) -> String {
        let mapper = PositionMapper(Array(text.utf8), .utf16)
        var changed = Array(text.utf8)
        let ranges = edits.compactMap { edit in
            PositionRange(edit["range"]).map { (mapper.range(of: $0), edit["newText"]?.string ?? "") }
        }
        for (range, new) in ranges.sorted(by: { $0.0.start > $1.0.start }) {
            changed.replaceSubrange(range.start..<range.end, with: Array(new.utf8))
        }
        return String(decoding: changed, as: UTF8.self)
    }
}
