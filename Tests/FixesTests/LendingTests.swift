import Analysis
import SourceModel
import TestSupport
import Testing

/// Which values that may not cross threads are lent to one for as long as the task waits.
struct LendingTests {
    /// What the fix of the only finding writes, or why there is none.
    private func outcome(_ code: String) async throws -> (text: String, reason: String) {
        let box = """
            import Foundation
            open class Box { open func read() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "/a")) } }

            """
        let report = try await FixedFixture(Fixture(name: "a.swift", text: box + code)).report
        let found = try #require(report.findings.first)
        guard let fix = found.preferredFix else { return ("", found.unfixable) }
        return (fix.edits.map(\.newText).joined(separator: "\n"), fix.reason)
    }

    @Test(arguments: [
        "func f(_ box: Box) async throws { _ = try box.read() }\n",
        "func f(_ box: Box?) async throws { _ = try box?.read() }\n",
        "@concurrent func f(_ box: Box) async throws { _ = try box.read() }\n",
        "func f(_ box: Box) { Task.detached { _ = try box.read() } }\n",
        "func f(_ box: Box) { Task { _ = try box.read() } }\n",
        "@MainActor func f(_ box: Box) { Task.detached { _ = try box.read() } }\n",
        "func f(_ box: Box) async { await withTaskGroup(of: Void.self) { $0.addTask { _ = try? box.read() } } }\n",
        "func f() async throws { try await g { box in _ = try box.read() } }\n"
            + "func g(_ work: (Box) async throws -> Void) async throws { try await work(Box()) }\n",
    ])
    func whatBelongsToTheTaskIsLent(code: String) async throws {
        let (text, reason) = try await outcome(code)
        #expect(text.contains("nonisolated(unsafe) let box = box"), "\(text) \(reason)")
        #expect(reason.contains("`box` is not `Sendable`: nothing else may use it while the work runs"), "\(reason)")
    }

    @Test func aMethodLendsItsObject() async throws {
        let (text, _) = try await outcome("extension Box { func f() async throws { _ = try read() } }\n")
        #expect(text.contains("nonisolated(unsafe) let lentSelf = self"), "\(text)")
        #expect(text.contains("try lentSelf.read()"), "\(text)")
    }

    @Test(arguments: [
        "nonisolated(nonsending) func f(_ box: Box) async throws { _ = try box.read() }\n",
        "func f(_ box: Box, on actor: isolated any Actor) async throws { _ = try box.read() }\n",
        "actor A { let box = Box()\nfunc f() async throws { _ = try box.read() } }\n",
        "@MainActor func f(_ box: Box) async throws { _ = try box.read() }\n",
        "@MainActor func f(_ box: Box) { Task { _ = try box.read() } }\n",
        "func f(_ box: Box) { Task { @MainActor in _ = try box.read() } }\n",
        "@MainActor func f(_ box: Box) { func g() { Task { _ = try box.read() } } }\n",
        "func f(_ box: Box, on actor: isolated any Actor) { Task { _ = try box.read() } }\n",
        "actor A { let box = Box()\nfunc f() { Task { _ = try box.read() } } }\n",
        "func f() async throws { try await g { box in _ = try box.read() } }\n"
            + "func g(_ work: @MainActor (Box) async throws -> Void) async throws { try await work(Box()) }\n",
        "@MainActor func f() async throws { try await g { box in _ = try box.read() } }\n"
            + "func g(_ work: (Box) async throws -> Void) async throws { try await work(Box()) }\n",
        "func f(_ box: Box) async throws { async let data = box.read()\n_ = try await data }\n",
        "class Tests: XCTestCase { func g() throws { _ = try Box().read() }\nfunc f() async throws { try g() } }\n",
    ])
    func whatOthersMayUseIsNot(code: String) async throws {
        let (text, reason) = try await outcome(code)
        #expect(!text.contains("unsafe"), "\(text) \(reason)")
    }

    @Test func namesOfTheCodeThatMovesStayFree() async throws {
        let (text, _) = try await outcome(
            """
            extension Box { func f(_ continuation: String) async throws { _ = try g(self, continuation) } }
            func g(_ box: Box, _ name: String) throws -> Data { try box.read() }
            let unknown = g
            """)
        #expect(text.contains("{ blockingContinuation in"), "\(text)")
    }
}
