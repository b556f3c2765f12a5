import LanguageServerProtocol
import Testing

/// What becomes of the body of a message.
@Suite struct MessageTests {
    private func read(_ text: String) -> IncomingMessage { IncomingMessage(Array(text.utf8)) }

    @Test func theFourKindsAreToldApart() {
        #expect(read(#"{"id":1,"method":"m","params":[]}"#) == .request(.number(1), method: "m", []))
        #expect(read(#"{"id":"a","method":"m","params":null}"#) == .request(.string("a"), method: "m", .null))
        #expect(read(#"{"method":"m"}"#) == .notification(method: "m", .null))
        #expect(read(#"{"id":1,"result":null}"#) == .response(.number(1), .success(.null)))
        guard case .response(nil, .failure(let error)) = read(#"{"id":null,"error":{"code":-1,"message":"x"}}"#) else {
            Issue.record("an error without an id is a response to nobody")
            return
        }
        #expect(error.code == -1)
    }

    @Test(arguments: [
        ("[]", -32600), ("[{}]", -32600), ("{", -32700), ("{}", -32600), ("3", -32600),
        (#"{"id":null,"method":"m"}"#, -32600), (#"{"id":1.5,"method":"m"}"#, -32600),
        (#"{"id":{},"method":"m"}"#, -32600),
    ])
    func whatIsNoMessageHasAnError(_ text: String, _ code: Int) {
        guard case .invalid(_, let error) = read(text) else {
            Issue.record("\(text) was taken for a message")
            return
        }
        #expect(error.code == code)
    }

    @Test(arguments: [
        ("file:///a/b%20c.swift", "/a/b c.swift"), ("file://localhost/a", "/a"), ("FILE:///%C3%A9", "/é"),
        ("file:///a%3A", "/a:"),
    ])
    func filesHavePaths(_ uri: String, _ path: String) {
        #expect(DocumentURI(uri).path == path)
        #expect(DocumentURI(path: path).path == path)
    }

    @Test(arguments: ["untitled:Untitled-1", "file://host/a", "", "file:///%", "file:///%zz", "git:/a"])
    func othersHaveNone(_ uri: String) {
        #expect(DocumentURI(uri).path == nil)
    }

    @Test func capabilitiesThatAreMissingOrOddAreTakenForNo() {
        #expect(ClientCapabilities(nil) == ClientCapabilities())
        #expect(
            ClientCapabilities(["textDocument": 3, "general": ["positionEncodings": ["utf-7"]]]) == ClientCapabilities()
        )
        let client = ClientCapabilities([
            "general": ["positionEncodings": ["utf-16", "utf-8"]], "textDocument": ["diagnostic": [:]],
        ])
        #expect(client.encoding == .utf8)
        #expect(client.pullsDiagnostics)
    }

    @Test func reversedRangesAreReadTheRightWayRound() {
        let range = PositionRange([
            "start": Position(line: 2, character: 0).json, "end": Position(line: 1, character: 5).json,
        ])
        #expect(range == PositionRange(Position(line: 1, character: 5), Position(line: 2, character: 0)))
        #expect(PositionRange(["start": ["line": -1, "character": 0], "end": ["line": 1, "character": 0]]) == nil)
    }
}
