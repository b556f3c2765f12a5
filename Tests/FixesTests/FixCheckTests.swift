import Analysis
import SourceModel
import TestSupport
import Testing

/// Which fixes are offered, judged by what the changed program is found to have.
struct FixCheckTests {
    private func findings(_ body: String) async throws -> [Finding] {
        let fixture = Fixture(name: "a.swift", text: "import Foundation\n\n" + body)
        return try await FixedFixture(fixture).report.findings
    }

    /// The finding told of one of the two reads; the other one is no news when it is told where it stands.
    @Test func anotherWaitOfAFunctionThatBecomesAsyncIsNoNewFinding() async throws {
        let found = try await findings(
            """
            func stamp(_ url: URL) throws -> Int {
                let first = try Data(contentsOf: url).count
                let second = try Data(contentsOf: url.appendingPathComponent("b")).count
                return first + second
            }
            func f(_ url: URL) async throws -> Int { try stamp(url) }
            """)
        #expect(found.count == 1)
        let titles = found.flatMap(\.fixes).map(\.title)
        #expect(titles.contains { $0.contains("in a function that becomes `async`") }, "\(titles)")
    }

    /// What was no wait of asynchronous code before must not become one.
    @Test func aWaitOfAnotherKindIsANewFinding() async throws {
        let found = try await findings(
            """
            func stamp(_ url: URL, _ lock: NSLock) throws -> Int {
                lock.lock()
                defer { lock.unlock() }
                return try Data(contentsOf: url).count
            }
            func f(_ url: URL, _ lock: NSLock) async throws -> Int { try stamp(url, lock) }
            """)
        let converted = found.flatMap(\.fixes).filter { $0.title.contains("in a function that becomes `async`") }
        #expect(converted.isEmpty, "\(converted.map(\.title))")
    }

    /// Fixes that stand in one file are told apart by the functions that they change.
    @Test func aFixThatFailsTakesNoOtherOneAlong() async throws {
        let found = try await findings(
            """
            func stamp(_ url: URL, _ lock: NSLock) throws -> Int {
                lock.lock()
                defer { lock.unlock() }
                return try Data(contentsOf: url).count
            }
            func size(_ url: URL) throws -> Int { try Data(contentsOf: url).count }
            func f(_ url: URL, _ lock: NSLock) async throws -> Int { try stamp(url, lock) }
            func g(_ url: URL) async throws -> Int { try size(url) }
            """)
        let converted = found.filter { $0.fixes.contains { $0.title.contains("in a function that becomes `async`") } }
        #expect(converted.map(\.context.symbol) == ["g(_:)"])
    }

    /// The other fix moves the lock to another thread; where only this one is made, the lock is held across its `await`.
    @Test func aFixDoesNotLeanOnAnotherOne() async throws {
        let found = try await findings(
            """
            final class FileLock {
                func lock() throws { flock(0, LOCK_EX) }
                func unlock() throws { flock(0, LOCK_UN) }
            }
            final class Store {
                private func list() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: "/tmp") }
                func has(_ name: String) throws -> Bool { try list().contains { $0 == name } }
            }
            func f(_ name: String) async throws {
                let store = Store()
                let lock = FileLock()
                try lock.lock()
                if try store.has(name) { return }
                try lock.unlock()
            }
            """)
        let read = try #require(found.first { $0.rule == "file-io-in-async" })
        #expect(read.fixes.isEmpty, "\(read.fixes.map(\.title))")
        #expect(read.unfixable.hasSuffix("it would bring a new finding of `lock-held-across-await`"))
    }
}
