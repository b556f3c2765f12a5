import SimulatedExecution
import SourceModel
import Testing

@testable import Verdicts

/// Each outcome of a verdict, and each remark, from scenarios made by hand.
struct JudgeTests {
    private typealias Steps = [Statement]

    /// - Parameters:
    ///   - lock: declared as resource 0.
    ///   - widths: of the pool, each with two callers for each thread.
    private func subject(
        _ before: [Statement], _ after: [Statement], resources: [Resource.Kind] = [], widths: [Int] = [1, 2]
    ) -> Subject {
        func blueprint(_ steps: [Statement]) -> Blueprint {
            var scenario = Scenario("caller")
            for (number, kind) in resources.enumerated() { _ = scenario.add(kind, named: "r\(number)") }
            return Blueprint(
                name: "caller", executor: .cooperativePool, steps: steps, resources: scenario.resources,
                sharing: resources.map { _ in .everybody },
                threadPools: [ThreadPoolModel(name: "executor", threads: 64)])
        }
        return Subject(
            before: blueprint(before), after: blueprint(after), widths: widths, group: .cooperativePool)
    }

    private static let block = Statement.block(.fixed(.milliseconds(20)), what: "read")
    private static let offloaded = Statement.run(
        on: .threadPool(ThreadPoolID(0)), style: .suspending, [block], label: "offloaded")
    private static let lock = ResourceID(0)

    @Test func aStallThatIsGoneIsFixed() throws {
        let verdict = Judge().verdict(on: subject([Self.block], [Self.offloaded]))
        #expect(verdict.outcome == .confirmed)
        #expect(verdict.fix == .fixed)
        #expect(try #require(verdict.before?.maxStall) > .milliseconds(19))
        #expect(verdict.after?.maxStall == .zero)
        #expect(verdict.workers == 2)
        #expect(verdict.problems.isEmpty)
        #expect(verdict.remarks.last?.hasPrefix("explored ") == true)
    }

    @Test func aStallThatStaysIsIneffective() {
        #expect(Judge().verdict(on: subject([Self.block], [Self.block])).fix == .ineffective)
    }

    @Test func aStallThatIsShorterIsImproved() throws {
        let twice = [Self.block, Self.block, Self.block, .yield, Self.block]
        let verdict = Judge().verdict(on: subject(twice, [Self.block], widths: [2]))
        #expect(verdict.fix == .improved)
    }

    @Test func codeThatHoldsNothingIsNotReproduced() {
        let verdict = Judge().verdict(on: subject([.sleep(.fixed(.milliseconds(5)))], []))
        #expect(verdict.outcome == .notReproduced)
        #expect(verdict.fix == nil)
        #expect(verdict.after == nil)
        #expect(verdict.remarks.count == 1)
    }

    @Test func aDeadlockIsToldInWords() throws {
        let steps: Steps = [.acquire(Self.lock), .sleep(.fixed(.milliseconds(1))), .release(Self.lock)]
        let verdict = Judge().verdict(
            on: subject(steps, [.sleep(.fixed(.milliseconds(1)))], resources: [.lock(isRecursive: false)]))
        #expect(verdict.outcome == .confirmed)
        #expect(verdict.before?.hasDeadlock == true)
        #expect(verdict.before?.maxStall == nil)
        #expect(verdict.fix == .fixed)
        #expect((1...3).contains(verdict.problems.count))
        #expect(verdict.problems.contains { $0.contains("waits for lock `r0`") })
        #expect(verdict.problems.allSatisfy { !$0.hasSuffix(".") })
    }

    @Test func aDeadlockThatTheFixBringsIsAHazard() {
        let after: Steps = [.acquire(Self.lock), Self.offloaded, .release(Self.lock)]
        let before: Steps = [.acquire(Self.lock), Self.block, .release(Self.lock)]
        let verdict = Judge().verdict(on: subject(before, after, resources: [.lock(isRecursive: false)]))
        #expect(verdict.fix == .introducesHazard)
        #expect(verdict.problems.contains { $0.hasPrefix("after the fix: ") })
    }

    @Test func casesThatDifferAreNamed() {
        // On one thread the holder is the only one that has it; on two, the others wait beside it.
        let steps: Steps = [.choose([[], [Self.block]]), .sleep(.fixed(.milliseconds(3)))]
        let rare = Judge().verdict(on: subject(steps, []))
        #expect(rare.outcome == .notReproduced)
        let short = Judge().verdict(on: subject([.compute(.fixed(.milliseconds(1)))], [.compute(.zero)]))
        #expect(short.outcome == .confirmed)
    }

    @Test func aScenarioThatCannotBeRunIsNotModelled() throws {
        let verdict = Judge().verdict(on: subject([.release(ResourceID(7))], []))
        guard case .notModelled(let reason) = verdict.outcome else {
            Issue.record("\(verdict.outcome)")
            return
        }
        #expect(reason.contains("resource 7"))
    }

    @Test func boundsAreStatedInTheRightNumber() {
        #expect(explored(.deviations(0)) == "the first-in, first-out schedule")
        #expect(explored(.deviations(1)).contains("at most 1 deviation from"))
        #expect(explored(.deviations(2)).contains("at most 2 deviations from"))
        #expect(explored(.all) == "all schedules")
    }

    private func explored(_ coverage: Exploration.Coverage) -> String {
        Explored(problems: [], schedules: 9, coverage: coverage).bound
    }

    @Test func equalSubjectsHaveEqualVerdicts() {
        let (first, second) = (subject([Self.block], [Self.offloaded]), subject([Self.block], [Self.offloaded]))
        #expect(first == second)
        #expect(Judge(seed: 3).verdict(on: first) == Judge(seed: 3).verdict(on: second))
    }

    @Test func aVerdictIsShownAndReplayed() throws {
        let steps: Steps = [.acquire(Self.lock), .sleep(.fixed(.milliseconds(1))), .release(Self.lock)]
        let subject = subject(steps, [], resources: [.lock(isRecursive: false)])
        let verdict = Judge().verdict(on: subject)
        let shown = try #require(subject.demonstration(of: verdict))
        #expect(shown.timelines.text.contains("before"))
        #expect(shown.timelines.svg.contains("<svg"))
        let replay = try subject.replay(try Schedule(try #require(verdict.schedule)))
        #expect(!replay.isAfterFix)
        #expect(replay.trace == shown.before)
        #expect(replay.problems.contains { $0.contains("lock `r0`") })
        let other = self.subject([Self.block], [])
        #expect(throws: ScheduleError.otherScenario("caller")) {
            try other.replay(try Schedule(try #require(verdict.schedule)))
        }
    }
}
