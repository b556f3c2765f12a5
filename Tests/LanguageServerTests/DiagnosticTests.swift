import ExecutorFutures
import LanguageServerProtocol
import SimulatedExecution
import Testing

private let blocking = """
    import Foundation

    func load() async throws {
        sleep(1)
    }

    """
private let harmless = "func load() async {}\n"
private let helper = "import Foundation\n\nfunc pause() { sleep(1) }\n"
private let caller = "func run() async { pause() }\n"

/// Findings while the user types.
@Suite struct DiagnosticTests {
    @Test func aClientThatPullsIsNeverPushed() async throws {
        try await session(files: ["A.swift": blocking]) { client in
            _ = try await client.initialize(pull: true)
            try await client.open("A.swift", blocking)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 3"])
            #expect(await client.heard.allSatisfy { $0.method != "textDocument/publishDiagnostics" })
        }
    }

    @Test func othersArePushedFilesThatAreNotOpenToo() async throws {
        try await session(files: ["A.swift": blocking, "B.swift": harmless]) { client in
            _ = try await client.initialize()
            #expect(try await client.pushed("A.swift") == ["sleep-in-async 3"])
            #expect(await client.heard.allSatisfy { $0.parameters["uri"] != client.uri("B.swift") })
        }
    }

    @Test func theOpenTextCountsAndTheDiskAfterwards() async throws {
        try await session(files: ["A.swift": harmless]) { client in
            _ = try await client.initialize(pull: true)
            #expect(try await client.pull("A.swift") == [])
            try await client.open("A.swift", blocking)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 3"])
            try await client.close("A.swift")
            #expect(try await client.pull("A.swift") == [])
        }
    }

    @Test func aFileThatIsNotSavedYetIsAnalysed() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            try await client.open("New.swift", blocking)
            #expect(try await client.pull("New.swift") == ["sleep-in-async 3"])
        }
    }

    @Test func anEditInOneFileShowsInAnother() async throws {
        try await session(files: ["Helper.swift": helper, "Caller.swift": caller]) { client in
            _ = try await client.initialize()
            #expect(try await client.pushed("Caller.swift") == ["sleep-in-async 0"])
            try await client.open("Helper.swift", "func pause() {}\n")
            try await client.hear { heard in
                heard.last { $0.parameters["uri"] == client.uri("Caller.swift") }?.parameters["diagnostics"] == []
            }
            try await client.replace("Helper.swift", with: helper, version: 2)
            try await client.hear { heard in
                heard.last { $0.parameters["uri"] == client.uri("Caller.swift") }?.parameters["diagnostics"] != []
            }
        }
    }

    @Test func unchangedResultsAreSaidInOneWord() async throws {
        try await session(files: ["A.swift": blocking]) { client in
            _ = try await client.initialize(pull: true)
            let parameters: [String: JSONValue] = ["textDocument": ["uri": client.uri("A.swift")]]
            let first = try await client.request("textDocument/diagnostic", .object(parameters))
            #expect(first["kind"] == "full")
            var again = parameters
            again["previousResultId"] = first["resultId"]
            #expect(try await client.request("textDocument/diagnostic", .object(again))["kind"] == "unchanged")
            try await client.open("A.swift", harmless)
            let last = try await client.request("textDocument/diagnostic", .object(again))
            #expect(last["kind"] == "full")
            #expect(last["items"] == [])
        }
    }

    @Test func theWorkspaceRequestIsHeldUntilThereIsNews() async throws {
        try await session(files: ["A.swift": blocking, "B.swift": harmless]) { client in
            _ = try await client.initialize(pull: true)
            let first = try await client.request("workspace/diagnostic", ["previousResultIds": []])
            let items = first["items"]?.array ?? []
            #expect(items.count == 1)
            let known: JSONValue = [
                "previousResultIds": [
                    ["uri": client.uri("A.swift"), "value": items.first?["resultId"] ?? .null]
                ]
            ]
            let held = try await client.begin("workspace/diagnostic", known)
            #expect(try await client.pull("B.swift") == [])
            try await client.loop.sleep(for: .seconds(100))
            #expect(await client.answers[held] == nil)
            try await client.open("B.swift", blocking)
            let news = try await client.answer(to: held).get()["items"]?.array ?? []
            #expect(news.map { $0["kind"] } == ["unchanged", "full"])
        }
    }

    @Test func aHeldRequestCanBeCancelled() async throws {
        try await session { client in
            _ = try await client.initialize(pull: true)
            _ = try await client.request("workspace/diagnostic", ["previousResultIds": []])
            let held = try await client.begin("workspace/diagnostic", ["previousResultIds": []])
            try await client.notify("$/cancelRequest", ["id": held.json])
            #expect(try await client.answer(to: held).code == -32800)
            let other = try await client.begin("workspace/diagnostic", ["previousResultIds": []])
            _ = try await client.request("shutdown", .null)
            #expect(try await client.answer(to: other).code == -32802)
        }
    }

    @Test func aFolderThatLeavesTakesItsFindingsAlong() async throws {
        let event: JSONValue = [
            "event": [
                "added": [], "removed": [["uri": .string(DocumentURI(path: TestClient.root).text), "name": "work"]],
            ]
        ]
        try await session(files: ["A.swift": blocking]) { client in
            _ = try await client.initialize(pull: true)
            let first = try await client.request("workspace/diagnostic", ["previousResultIds": []])
            let id = first["items"]?.array?.first?["resultId"] ?? .null
            let known: JSONValue = ["previousResultIds": [["uri": client.uri("A.swift"), "value": id]]]
            let held = try await client.begin("workspace/diagnostic", known)
            try await client.notify("workspace/didChangeWorkspaceFolders", event)
            let items = try await client.answer(to: held).get()["items"]?.array ?? []
            #expect(items.map { $0["items"] } == [[]])
        }
        try await session(files: ["A.swift": blocking]) { client in
            _ = try await client.initialize()
            let waiting = try await client.begin(
                "textDocument/codeLens", ["textDocument": ["uri": client.uri("A.swift")]])
            try await client.notify("workspace/didChangeWorkspaceFolders", event)
            // It has one answer, whichever came first.
            _ = try await client.answer(to: waiting)
        }
    }

    @Test func aConfigurationThatCannotBeUsedIsToldOnce() async throws {
        try await session(files: ["A.swift": blocking, ".unblock.yml": "nonsense: [\n"]) { client in
            _ = try await client.initialize(pull: true)
            let answer = try await client.answer(
                to: client.begin("textDocument/diagnostic", ["textDocument": ["uri": client.uri("A.swift")]]))
            #expect(answer.code == -32803)
            _ = try await client.answer(
                to: client.begin("textDocument/diagnostic", ["textDocument": ["uri": client.uri("A.swift")]]))
            #expect(await client.heard.count { $0.method == "window/showMessage" } == 1)
        }
    }
}
