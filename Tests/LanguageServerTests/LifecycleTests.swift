import ExecutorFutures
import LanguageServerProtocol
import SimulatedExecution
import Testing

@testable import LanguageServer

/// The beginning and the end of a session, to the letter of the specification.
@Suite struct LifecycleTests {
    @Test func beforeInitializeNothingIsAnswered() async throws {
        try await session { client in
            let answer = try await client.answer(to: client.begin("textDocument/hover", [:]))
            #expect(answer.code == -32002)
            try await client.notify("textDocument/didOpen", [:])
            _ = try await client.initialize()
        }
    }

    @Test func initializeIsAnsweredOnce() async throws {
        try await session { client in
            let first = try await client.initialize(["general": ["positionEncodings": ["utf-8", "utf-16"]]])
            #expect(first["capabilities"]?["positionEncoding"] == "utf-8")
            #expect(first["capabilities"]?["diagnosticProvider"] == nil)
            let second = try await client.answer(to: client.begin("initialize", ["capabilities": [:]]))
            #expect(second.code == -32600)
        }
    }

    @Test func exitAfterShutdownIsSuccess() async throws {
        try await session { client in
            _ = try await client.initialize()
            #expect(try await client.request("shutdown", .null) == .null)
            #expect(try await client.answer(to: client.begin("textDocument/hover", [:])).code == -32600)
            try await client.notify("exit", .null)
            #expect(await client.status() == 0)
        }
    }

    @Test func exitWithoutShutdownIsFailure() async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.notify("exit", .null)
            #expect(await client.status() == 1)
        }
        try await session { client in
            try await client.notify("exit", .null)
            #expect(await client.status() == 1)
        }
    }

    /// Tasks that go on after the loop has ended would be lost, and it says so on standard error.
    @Test func nothingRunsOnAfterTheSession() async throws {
        try await session(files: ["A.swift": "func load() async {}\n"]) { client in
            _ = try await client.initialize(pull: true)
            _ = try await client.begin("textDocument/codeLens", ["textDocument": ["uri": client.uri("A.swift")]])
            _ = try await client.request("shutdown", .null)
            try await client.notify("exit", .null)
            #expect(await client.status() == 0)
            #expect(await client.session.taskCount == 0)
        }
    }

    @Test func theEndOfTheInputEndsTheSession() async throws {
        try await session { client in
            _ = try await client.initialize()
            #expect(try await client.end() == 1)
        }
    }

    @Test func aParentThatIsGoneEndsTheSession() async throws {
        try await Simulation.check(seeds: 0..<3) { loop in
            let clock = loop.clock
            let start = clock.now
            let client = TestClient(on: loop) { _ in start.duration(to: clock.now) < .seconds(60) }
            _ = try await client.request("initialize", ["processId": 77, "rootUri": nil, "capabilities": [:]])
            #expect(await client.status() == 1)
            #expect(start.duration(to: clock.now) < .seconds(65))
        }
    }

    @Test(arguments: ["textDocument/nothing", "$/nothing", "workspace/symbol"])
    func unknownRequestsAreRefused(_ method: String) async throws {
        try await session { client in
            _ = try await client.initialize()
            #expect(try await client.answer(to: client.begin(method, .null)).code == -32601)
            try await client.notify(method, .null)
            #expect(
                try await client.request(
                    "textDocument/codeAction",
                    [
                        "textDocument": ["uri": client.uri("A.swift")],
                        "range": [
                            "start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0],
                        ],
                    ]) == [])
        }
    }

    @Test(arguments: ["[]", "{", "\u{0}", "{\"id\":null,\"method\":\"x\"}", "[{\"id\":1,\"method\":\"initialize\"}]"])
    func whatIsNoMessageIsAnsweredAndForgotten(_ body: String) async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.write(framed(Array(body.utf8)))
            #expect(try await client.answer(to: nil).code != nil)
            #expect(try await client.request("shutdown", .null) == .null)
        }
    }

    @Test func aBrokenHeaderEndsTheSession() async throws {
        try await session { client in
            _ = try await client.initialize()
            try await client.write(Array("Content-Length: many\r\n\r\n".utf8))
            #expect(await client.status() == 1)
        }
    }
}

/// Runs a session in virtual time under some schedules.
func session(
    files: [String: String] = [:], seeds: Range<UInt64> = 0..<5,
    fileID: StaticString = #fileID, line: Int = #line, function: StaticString = #function,
    _ body: @escaping @Sendable (TestClient) async throws -> Void
) async throws {
    try await Simulation.check(seeds: seeds, fileID: fileID, line: line, function: function) { loop in
        let client = TestClient(on: loop, files: files, executor: LateExecutor(loop))
        try await body(client)
        _ = try? await client.end()
    }
}

extension Result where Success == JSONValue, Failure == ResponseError {
    /// Of the error.
    var code: Int? {
        if case .failure(let error) = self { error.code } else { nil }
    }
}
