import SimulatedExecution
import Testing

@testable import Verdicts

/// Waits whose other side is not in sight are waits for time: no deadlock may be of the lowering's own making.
struct SettlingTests {
    private static let gate = ResourceID(0)

    private func settled(
        _ steps: [Statement], _ kind: Resource.Kind = .semaphore(permits: 0), flagged: Set<ResourceID> = []
    ) -> String {
        var scenario = Scenario("settling")
        _ = scenario.add(kind, named: "gate")
        return steps.settled(scenario.resources, flagged: flagged).map { $0.text(scenario.resources) }
            .joined(separator: "; ")
    }

    @Test func aWaitThatNobodyEndsTakesTime() {
        #expect(settled([.wait(Self.gate)]) == "block gate")
        #expect(settled([.suspend(on: Self.gate)]) == "suspend")
    }

    @Test func aWaitThatSomebodyEndsStays() {
        #expect(settled([.wait(Self.gate), .signal(Self.gate)]) == "wait gate; signal gate")
        let inside: [Statement] = [
            .start(nil, on: .main, [.loop(times: 2, [.choose([[.signal(Self.gate)], []])])], label: "far"),
            .wait(Self.gate),
        ]
        #expect(settled(inside).hasSuffix("wait gate"))
    }

    @Test func aWaitInsideIsSettledToo() {
        #expect(settled([.loop(times: 2, [.wait(Self.gate)])]) == "2 times { block gate }")
    }

    @Test func anOpenSemaphoreNeedsNobody() {
        #expect(settled([.wait(Self.gate)], .semaphore(permits: 1)) == "wait gate")
        #expect(settled([.suspend(on: Self.gate)], .event(isSet: true)) == "suspend on gate")
    }

    @Test func aLockThatNobodyGivesBackIsNone() {
        let kind = Resource.Kind.lock(isRecursive: false)
        #expect(settled([.acquire(Self.gate)], kind) == "nothing")
        #expect(settled([.acquire(Self.gate)], kind, flagged: [Self.gate]) == "block gate")
        #expect(settled([.acquire(Self.gate), .release(Self.gate)], kind) == "acquire gate; release gate")
    }

    @Test func asyncLocksAreSemaphoresThatTasksSuspendOn() {
        var scenario = Scenario("locks")
        let first = scenario.add(.lock(isRecursive: false), named: "first")
        let second = scenario.add(.lock(isRecursive: false), named: "second")
        let steps: [Statement] = [
            .acquire(first), .loop(times: 2, [.acquire(second), .release(second)]), .release(first),
        ]
        let blueprint = Blueprint(
            name: "locks", executor: .cooperativePool, steps: steps, resources: scenario.resources,
            sharing: [.everybody, .everybody], threadPools: []
        ).withAsyncLocks([first])
        #expect(blueprint.text == "suspend on first; 2 times { acquire second; release second }; signal first")
        #expect(blueprint.resources.map(\.kind) == [.semaphore(permits: 1), .lock(isRecursive: false)])
    }
}
