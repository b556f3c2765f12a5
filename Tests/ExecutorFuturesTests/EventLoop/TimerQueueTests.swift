import Testing

@testable import ExecutorFutures

/// The heap of timers against a sorted list.
@Suite struct TimerQueueTests {
    @Test(arguments: UInt64(0)..<50)
    func itAgreesWithASortedList(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = TimerQueue()
        var model: [LoopTimer] = []
        for _ in 0..<500 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1:
                let timer = LoopTimer(deadline: .init(nanoseconds: .random(in: 0..<50, using: &random)))
                queue.arm(timer)
                model.append(timer)
            case 2 where !model.isEmpty:
                _ = queue.cancel(model.remove(at: .random(in: model.indices, using: &random)))
            default:
                let next = model.min { ($0.deadline, $0.sequence) < ($1.deadline, $1.sequence) }
                #expect(queue.nextDeadline() == next?.deadline, "seed \(seed)")
                let popped = queue.popDue(at: .init(nanoseconds: .max))
                #expect(popped === next, "seed \(seed)")
                model.removeAll { $0 === next }
            }
            #expect(queue.count == model.count, "seed \(seed)")
        }
    }

    @Test func cancelledTimersDoNotPileUp() {
        var queue = TimerQueue()
        let living = LoopTimer(deadline: .init(nanoseconds: 0))
        queue.arm(living)
        for number in 0..<100_000 {
            let timer = LoopTimer(deadline: .init(nanoseconds: Int64(number)))
            queue.arm(timer)
            _ = queue.cancel(timer)
        }
        #expect(queue.count == 1)
        #expect(queue.entryCount < 100)
    }

    @Test func aTimerIsNotDueBeforeItsTime() {
        var queue = TimerQueue()
        queue.arm(LoopTimer(deadline: .init(nanoseconds: 10)))
        #expect(queue.popDue(at: .init(nanoseconds: 9)) == nil)
        #expect(queue.popDue(at: .init(nanoseconds: 10)) != nil)
    }

    @Test func instantsOutOfRangeStayAtTheEnd() {
        let instant = EventLoop.Instant(nanoseconds: 5)
        #expect(instant.advanced(by: .seconds(Int64.max)) == .init(nanoseconds: .max))
        #expect(instant.advanced(by: .nanoseconds(-7)) == .init(nanoseconds: -2))
        #expect(instant.advanced(by: Duration(secondsComponent: 0, attosecondsComponent: 1)).nanoseconds == 6)
        #expect(EventLoop.Instant(nanoseconds: .min).duration(to: .init(nanoseconds: .max)) == .nanoseconds(Int64.max))
    }
}
