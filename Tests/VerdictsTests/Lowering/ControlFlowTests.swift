import TestSupport
import Testing

@testable import Verdicts

/// Branches become choices, loops run twice, and whatever leaves a function skips the rest of it.
struct ControlFlowTests {
    static let cases: [(code: String, steps: String)] = [
        ("sleep(1)", "block sleep(_:)"),
        ("if x { sleep(1) }", "choose { block sleep(_:) | nothing }"),
        ("if x { sleep(1) } else { await g() }", "choose { block sleep(_:) | suspend }"),
        ("guard x else { return }; sleep(1)", "choose { block sleep(_:) | nothing }"),
        ("if x { await g(); return }; sleep(1)", "choose { block sleep(_:) | suspend }"),
        ("sleep(1); return; await g()", "block sleep(_:)"),
        ("for _ in 0..<9 { sleep(1) }", "2 times { block sleep(_:) }"),
        ("while x { sleep(1); await g() }", "2 times { block sleep(_:); suspend }"),
        ("for await _ in stream { sleep(1) }", "2 times { suspend; block sleep(_:) }"),
        ("while x { if x { break }; sleep(1) }", "2 times { block sleep(_:) }"),
        ("defer { sleep(1) }; await g()", "suspend; block sleep(_:)"),
        ("do { defer { sleep(1) } }; await g()", "block sleep(_:); suspend"),
        ("if x { defer { sleep(1) }; await g() }", "choose { suspend; block sleep(_:) | nothing }"),
        ("_ = [1].map { _ in sleep(1) }", "block sleep(_:)"),
        ("helper(); await g()", "block sleep(_:); suspend"),
        ("recursive()", "block sleep(_:)"),
        ("await g(); nothing(); sleep(1)", "suspend; block sleep(_:)"),
        ("await later { sleep(1) }", "run on pool { block sleep(_:) }"),
    ]

    @Test(arguments: cases)
    func stepsFollowTheText(_ code: String, _ steps: String) async throws {
        let source = """
            func g() async {}
            func nothing() {}
            func helper() { sleep(1) }
            func recursive() { sleep(1); recursive() }
            func later(_ body: @Sendable @escaping () async -> Void) async {}
            func f(x: Bool, stream: AsyncStream<Int>) async { \(code) }
            """
        let text = try await LinkedSource.with(source) { source in
            let finding = try #require(source.detections.first)
            return try source.blueprint(flagging: source.tables.site(at: finding.anchor, in: 0)).text
        }
        #expect(text == steps, "\(code)")
    }

    @Test func otherBlockingCallsTakeNoTime() async throws {
        let text = try await LinkedSource.with("func f() async { sleep(1); usleep(50_000) }") { source in
            try source.blueprint(flagging: try source.call("usleep")).text
        }
        #expect(text == "block usleep(_:)")
    }

    @Test func aPlaceThatIsNotReachedIsNotModelled() async throws {
        let source = "func f() async {}\nfunc other() async { sleep(1) }"
        await #expect(throws: NotModelled.notReached) {
            try await LinkedSource.with(source) { try $0.blueprint(flagging: try $0.call("sleep")).text }
        }
    }

    @Test func codeWithoutAnEndOfBranchesIsTooLarge() async throws {
        let body = String(repeating: "if x { await g(); await g(); await g() }; ", count: 2_000)
        let source = "func g() async {}\nfunc f(x: Bool) async { \(body) sleep(1) }"
        await #expect(throws: NotModelled.tooLarge) {
            try await LinkedSource.with(source) { try $0.blueprint(flagging: try $0.call("sleep")).text }
        }
    }
}
