import LanguageServerProtocol
import Testing

/// What the server tells and asks of its own accord: progress, traces, refreshes, pages.
@Suite struct ClientNoticeTests {
    private static let text = "import Foundation\n\nfunc load() async { sleep(1) }\n"

    @Test func theFirstPassShowsItsProgress() async throws {
        try await session(files: ["A.swift": Self.text]) { client in
            await client.answerRequests()
            _ = try await client.initialize(pull: true, ["window": ["workDoneProgress": true]])
            _ = try await client.pull("A.swift")
            let isEnd = { @Sendable (parameters: JSONValue) in parameters["value"]?["kind"] == "end" }
            try await client.hear { heard in heard.contains { isEnd($0.parameters) } }
            let steps = await client.heard.filter { $0.method == "$/progress" }.map(\.parameters)
            #expect(steps.first?["value"]?["kind"] == "begin")
            #expect(isEnd(steps.last ?? .null))
            #expect(Set(steps.map { $0["token"] }).count == 1)
            let created = await client.heard.count { $0.method == "window/workDoneProgress/create" }
            #expect(created == 1)
        }
    }

    @Test func aClientThatShowsNoProgressHearsOfNone() async throws {
        try await session(files: ["A.swift": Self.text]) { client in
            await client.answerRequests()
            _ = try await client.initialize(pull: true)
            _ = try await client.pull("A.swift")
            #expect(await client.heard.allSatisfy { !$0.method.lowercased().contains("progress") })
        }
    }

    @Test func tracesAreSentToThoseWhoAsked() async throws {
        try await session(files: ["A.swift": Self.text]) { client in
            _ = try await client.initialize(pull: true)
            _ = try await client.pull("A.swift")
            #expect(await client.heard.allSatisfy { $0.method != "$/logTrace" })
            try await client.notify("$/setTrace", ["value": "verbose"])
            _ = try await client.pull("A.swift")
            try await client.hear { heard in heard.contains { $0.method == "$/logTrace" } }
            let told = await client.heard.last { $0.method == "$/logTrace" }?.parameters
            #expect(told?["message"]?.string?.contains("textDocument/diagnostic") == true)
            #expect(told?["verbose"] != nil)
        }
    }

    /// Another document gets its finding with the second wave, and its lens with it.
    @Test func whatAnEditChangesElsewhereIsAskedForAgain() async throws {
        let files = ["Helper.swift": "func pause() {}\n", "Caller.swift": "func run() async { pause() }\n"]
        try await session(files: files) { client in
            await client.answerRequests()
            let refreshes: JSONValue = ["refreshSupport": true]
            _ = try await client.initialize(
                pull: true,
                ["workspace": ["codeLens": refreshes, "inlayHint": refreshes, "diagnostics": refreshes]])
            for (name, text) in files.sorted(by: { $0.key < $1.key }) { try await client.open(name, text) }
            #expect(try await client.pull("Caller.swift") == [])
            try await client.replace("Helper.swift", with: "func pause() { sleep(1) }\n", version: 2)
            #expect(try await client.pull("Helper.swift") == [])
            try await client.hear { heard in
                Set(heard.map(\.method)).isSuperset(of: ["workspace/codeLens/refresh", "workspace/diagnostic/refresh"])
            }
            #expect(try await client.pull("Caller.swift") == ["sleep-in-async 0"])
            #expect(await client.heard.allSatisfy { $0.method != "workspace/inlayHint/refresh" })
        }
    }

    @Test func whatTheCompilerSaysIsSaidTwiceOnlyWhenAskedFor() async throws {
        let text = """
            import Foundation
            func load() async {
                Thread.sleep(forTimeInterval: 1)
                await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
                    Thread.sleep(forTimeInterval: 1)
                    done.resume()
                }
            }

            """
        try await session(files: ["A.swift": text]) { client in
            _ = try await client.initialize(pull: true)
            // The compiler does not look into the closure.
            #expect(try await client.pull("A.swift") == ["sleep-in-async 4"])
            let place: JSONValue = ["line": 2, "character": 6]
            let actions = try await client.request(
                "textDocument/codeAction",
                [
                    "textDocument": ["uri": client.uri("A.swift")], "range": ["start": place, "end": place],
                    "context": ["diagnostics": [], "only": ["quickfix"]],
                ])
            #expect(actions.array?.first?["edit"] != nil)
            try await client.notify(
                "workspace/didChangeConfiguration", ["settings": ["unblock": ["compilerFindings": "show"]]])
            #expect(try await client.pull("A.swift") == ["sleep-in-async 2", "sleep-in-async 4"])
        }
    }

    @Test func hoverAnswersOnTheReceiverToo() async throws {
        let text = "import Foundation\nfunc load() async {\n    Thread.sleep(forTimeInterval: 1)\n}\n"
        try await session(files: ["A.swift": text]) { client in
            _ = try await client.initialize(pull: true)
            for (character, isHit) in [(2, false), (5, true), (12, true), (30, true)] {
                let hover = try await client.request(
                    "textDocument/hover",
                    [
                        "textDocument": ["uri": client.uri("A.swift")],
                        "position": ["line": 2, "character": .integer(character)],
                    ])
                #expect((hover != .null) == isHit, "character \(character)")
            }
        }
    }
}
