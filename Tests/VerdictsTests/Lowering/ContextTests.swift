import Foundation
import SimulatedExecution
import Testing

@testable import Verdicts

/// Where code runs, what state it shares, and who shares it.
struct ContextTests {
    static let counter = """
        actor Counter {
            var count = 0
            let limit = 3
            func bump() { count += 1 }
            func f() async {
                let old = count
                sleep(1)
                count = old + limit
                bump()
            }
        }
        """

    @Test func anActorsVariablesAreReadAndWritten() async throws {
        let blueprint = try await LinkedSource.with(Self.counter) {
            try $0.blueprint(flagging: try $0.call("sleep"), in: .actor(name: "Counter"))
        }
        #expect(blueprint.text.hasPrefix("read count; block sleep(_:); write count"))
        #expect(blueprint.text.components(separatedBy: "write count").count == 3, "a method of the actor writes too")
    }

    @Test func twoCallersShareAnActor() async throws {
        let scenario = try await LinkedSource.with(Self.counter) {
            try $0.blueprint(flagging: try $0.call("sleep"), in: .actor(name: "Counter")).scenario(callers: 4)
        }
        #expect(scenario.roots.map(\.executor).map { "\($0)" }.uniqued().count == 2)
        #expect(scenario.resources.filter { $0.name == "count" }.count == 2)
    }

    @Test(arguments: [
        (ScenarioLowering.Context.pool, ExecutorModel.cooperativePool), (.main, .main), (.eventLoop, .eventLoop(0)),
    ])
    func callersEnterOnTheThreadsOfTheirContext(_ context: ScenarioLowering.Context, _ executor: ExecutorModel)
        async throws
    {
        let scenario = try await LinkedSource.with("func f() async { sleep(1) }") {
            try $0.blueprint(flagging: try $0.call("sleep"), in: context).scenario(callers: 4)
        }
        #expect(scenario.roots.map(\.executor) == [executor])
        #expect(scenario.roots.map(\.copies) == [4])
    }

    static let sharing: [(source: String, resources: Int)] = [
        ("func f() async { let lock = NSLock(); lock.lock(); lock.unlock() }", 4),
        ("func f(_ lock: NSLock) async { lock.lock(); lock.unlock() }", 1),
        ("let lock = NSLock(); func f() async { lock.lock(); lock.unlock() }", 1),
        ("final class C { let lock = NSLock(); func f() async { lock.lock(); lock.unlock() } }", 1),
        ("final class C { static let lock = NSLock(); func f() async { C.lock.lock(); C.lock.unlock() } }", 1),
        ("actor C { let lock = NSLock(); nonisolated func f() async { lock.lock(); lock.unlock() } }", 1),
    ]

    @Test(arguments: sharing)
    func whatIsLocalBelongsToOneCaller(_ source: String, _ locks: Int) async throws {
        let scenario = try await LinkedSource.with(source) {
            try $0.blueprint(flagging: try $0.call("lock")).scenario(callers: 4)
        }
        #expect(scenario.resources.count == locks, "\(source)")
    }

    @Test func twoInstancesHaveTwoLocks() async throws {
        let source = """
            final class Fork { let lock = NSLock(); func take() { lock.lock() }; func put() { lock.unlock() } }
            func f(_ left: Fork, _ right: Fork) async { left.take(); right.take(); right.put(); left.put() }
            """
        let blueprint = try await LinkedSource.with(source) { try $0.blueprint(flagging: try $0.call("take")) }
        #expect(blueprint.resources.count == 2)
        #expect(blueprint.text == "acquire lock; acquire lock; release lock; release lock")
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> Set<Element> { Set(self) }
}
