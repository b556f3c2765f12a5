import Testing

@testable import ExecutorFutures

/// The decisions of a pool without any thread.
@Suite struct PoolStateTests {
    private final class Job: PoolJob, @unchecked Sendable {
        // Unchecked because each test uses it on one thread.
        let priority = JobPriority.normal
        var place = JobPlace.outside
        var isCancelled = false

        func begin() -> Bool { !isCancelled }
        func run(on pool: WorkerPool) {}
        func abandon(_ error: ExecutorError?) {}
        func wasAdmitted() {}
    }

    private func makePool(maximumThreads: Int) -> PoolState {
        PoolState(maximumThreads: maximumThreads, queueLimit: nil)
    }

    /// The macro cannot call what changes its receiver.
    private func expect<Value: Equatable>(_ value: Value, _ expected: Value) {
        #expect(value == expected)
    }

    @Test func aBurstOfJobsSendsOneThreadAndThatOneSendsTheNext() {
        var pool = makePool(maximumThreads: 8)
        let wakes = (0..<5).map { _ -> PoolState.Wake in
            _ = pool.add(Job(), .now)
            return pool.wake()
        }
        #expect(wakes == [.newThread, .nobody, .nobody, .nobody, .nobody])
        let next = pool.next(after: .started)
        #expect(next.name == "run")
        expect(pool.wake(), .newThread)
        #expect(pool.statistics.threads == 2)
    }

    @Test func aSleepingThreadIsWokenBeforeANewOneStarts() {
        var pool = makePool(maximumThreads: 8)
        let job = Job()
        _ = pool.add(job, .now)
        expect(pool.wake(), .newThread)
        _ = pool.next(after: .started)
        let next = pool.next(after: .ranJob(wouldLook: false))
        #expect(next.name == "sleep")
        _ = pool.add(Job(), .now)
        expect(pool.wake(), .sleeper)
        expect(pool.wake(), .nobody)
    }

    @Test func aThreadThatLeavesMakesRoomForAnotherAtOnce() {
        var pool = makePool(maximumThreads: 1)
        let job = Job()
        _ = pool.add(job, .now)
        _ = pool.wake()
        _ = pool.next(after: .started)
        _ = pool.next(after: .ranJob(wouldLook: false))
        let next = pool.next(after: .slept(timedOut: true))
        #expect(next.name == "leave")
        // It has not ended yet, and must not keep the next job from getting a thread.
        _ = pool.add(Job(), .now)
        expect(pool.wake(), .newThread)
    }

    @Test func aTimedOutThreadTakesAJobThatCameMeanwhile() {
        var pool = makePool(maximumThreads: 1)
        _ = pool.add(Job(), .now)
        _ = pool.wake()
        _ = pool.next(after: .started)
        _ = pool.next(after: .ranJob(wouldLook: false))
        _ = pool.add(Job(), .now)
        let next = pool.next(after: .slept(timedOut: true))
        #expect(next.name == "run")
    }

    @Test func aJobCancelledOnItsWayToAThreadCountsAsQueuedUntilItIsReported() {
        var pool = makePool(maximumThreads: 1)
        let job = Job()
        _ = pool.add(job, .now)
        _ = pool.wake()
        job.isCancelled = true
        let next = pool.next(after: .started)
        #expect(next.name == "sleep")
        #expect(pool.statistics.queued == 1)
        _ = pool.cancelled(job)
        #expect(pool.statistics.queued == 0)
        #expect(pool.statistics.cancelled == 1)
    }

    @Test func deadEntriesAreSweptOutBeforeTheyPileUp() {
        var pool = makePool(maximumThreads: 1)
        var dead = 0
        for _ in 0..<1_000 {
            let job = Job()
            _ = pool.add(job, .now)
            job.isCancelled = true
            dead += pool.cancelled(job).dead.count
        }
        #expect(dead > 900)
        #expect(pool.statistics.cancelled == 1_000)
    }

    @Test func theEndIsAnnouncedOnce() {
        var pool = makePool(maximumThreads: 1)
        expect(pool.announceEnd(), false)
        pool.drain()
        expect(pool.announceEnd(), true)
        expect(pool.announceEnd(), false)
    }

    @Test func workThatWasAcceptedGoesOnWhileThePoolDrainsAndNotAfterTheEnd() {
        var pool = makePool(maximumThreads: 1)
        pool.drain()
        expect(pool.add(Job(), .now), .shutDown)
        expect(pool.add(Job(), .continuation), .queued)
        expect(pool.wake(), .newThread)
        _ = pool.next(after: .started)
        pool.completed = 1
        _ = pool.next(after: .ranJob(wouldLook: false))
        pool.threadEnded()
        expect(pool.announceEnd(), true)
        expect(pool.add(Job(), .continuation), .shutDown)
    }

    @Test func oneThreadAtATimeLooksForWorkBeforeItSleeps() {
        var pool = makePool(maximumThreads: 2)
        for _ in 0..<2 {
            _ = pool.add(Job(), .now)
            expect(pool.wake(), .newThread)
            _ = pool.next(after: .started)
        }
        let first = pool.next(after: .ranJob(wouldLook: true))
        #expect(first.name == "look")
        let second = pool.next(after: .ranJob(wouldLook: true))
        #expect(second.name == "sleep")
        // Nobody is woken for what the first one is about to find.
        _ = pool.add(Job(), .now)
        expect(pool.wake(), .nobody)
        let found = pool.next(after: .looked)
        #expect(found.name == "run")
    }

    @Test func theQueueKeepsPriorityAndOrderThroughGrowthAndRemoval() {
        var queue = JobQueue<Int>()
        for number in 0..<100 { queue.append(number, priority: number % 2 == 0 ? .low : .high) }
        for expected in stride(from: 1, to: 21, by: 2) { #expect(queue.popFirst() == expected) }
        for number in 100..<150 { queue.append(number, priority: number % 2 == 0 ? .low : .high) }
        #expect(queue.remove { $0 % 3 == 0 }.count == queueMultiplesOfThree)
        let rest = queue.removeAll()
        #expect(rest == rest.filter { $0 % 2 == 1 }.sorted() + rest.filter { $0 % 2 == 0 }.sorted())
        #expect(rest.count == 140 - queueMultiplesOfThree)
        #expect(queue.isEmpty)
    }

    /// Of 0..<150 without the odd numbers below 20.
    private var queueMultiplesOfThree: Int {
        (0..<150).filter { $0 % 3 == 0 && !($0 < 20 && $0 % 2 == 1) }.count
    }
}

extension PoolState.Next {
    fileprivate var name: String {
        switch self {
        case .run: "run"
        case .look: "look"
        case .sleep: "sleep"
        case .leave: "leave"
        }
    }
}
