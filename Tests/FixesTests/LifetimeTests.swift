import Analysis
import SourceModel
import TestSupport
import Testing

/// Objects that do something when they are released, and statements that move with them.
struct LifetimeTests {
    private func titles(_ deinitializer: String, after: String) async throws -> [String] {
        let fixture = Fixture(
            name: "a.swift",
            text: """
                import Foundation
                final class FileLock {
                    func lock() { flock(0, LOCK_EX) }
                    \(deinitializer)
                }
                func work() async {}
                func f() async {
                    let held = FileLock()
                    held.lock()
                    \(after)
                }

                """)
        return try await FixedFixture(fixture).report.findings.flatMap(\.fixes).map(\.title)
    }

    /// The file would be closed, and the lock given up, before the work.
    @Test func anObjectThatEndsWithWorkStaysWhereItIs() async throws {
        let titles = try await titles("deinit { close(0) }", after: "await work()")
        #expect(!titles.isEmpty)
        #expect(!titles.contains { $0.hasPrefix("Run these") }, "\(titles)")
    }

    @Test func othersMoveWithWhatUsesThem() async throws {
        for (deinitializer, after) in [("", "await work()"), ("deinit { close(0) }", "")] {
            let titles = try await titles(deinitializer, after: after)
            #expect(titles.contains { $0.hasPrefix("Run these 2 statements") }, "\(deinitializer) \(after): \(titles)")
        }
    }
}
