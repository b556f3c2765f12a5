import SimulatedExecution

extension Classic {
    static let conditions = [
        Classic(name: "lost wake-up", shows: .lostWakeUp) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let changed = scenario.add(.condition(lock: lock), named: "changed")
            let ready = scenario.add(.cell(0), named: "ready")
            let set: [Statement] = [.write(ready, .set(1)), .signal(changed)]
            scenario.start("setter", on: .ownThread) { isFixed ? [.acquire(lock)] + set + [.release(lock)] : set }
            let wait: [Statement] = [.wait(changed)]
            scenario.start("waiter", on: .ownThread) {
                isFixed
                    ? [.acquire(lock), .whileCell(ready, .equals(0), bound: 9, wait), .release(lock)]
                    // The test is not under the lock.
                    : [.ifCell(ready, .equals(0), then: [.acquire(lock)] + wait + [.release(lock)])]
            }
        },
        Classic(name: "signal before the wait", shows: .lostWakeUp) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let done = scenario.add(.condition(lock: lock), named: "done")
            let isDone = scenario.add(.cell(0), named: "is done")
            scenario.start("worker", on: .ownThread) {
                [.acquire(lock), .write(isDone, .set(1)), .signal(done), .release(lock)]
            }
            let wait: Statement = isFixed ? .whileCell(isDone, .equals(0), bound: 9, [.wait(done)]) : .wait(done)
            scenario.start("waiter", on: .ownThread) { [.acquire(lock), wait, .release(lock)] }
        },
        Classic(name: "stolen wake-up", shows: .expectation) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let filled = scenario.add(.condition(lock: lock), named: "filled")
            let count = scenario.add(.cell(0), named: "elements")
            let wait: Statement =
                isFixed
                ? .whileCell(count, .equals(0), bound: 9, [.wait(filled)])
                : .ifCell(count, .equals(0), then: [.wait(filled)])
            scenario.start("consumer", copies: 2, on: .ownThread) {
                [
                    .acquire(lock), wait,
                    .expect(count, .isAbove(0), message: "a consumer takes from an empty buffer"),
                    .write(count, .add(-1)), .release(lock),
                ]
            }
            scenario.start("producer", on: .ownThread) {
                [.loop(times: 2, [.acquire(lock), .write(count, .add(1)), .signal(filled), .release(lock)])]
            }
        },
        Classic(name: "bounded buffer with one condition", shows: .deadlock) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let changed = scenario.add(.condition(lock: lock), named: "changed")
            let count = scenario.add(.cell(0), named: "elements")
            let tell: Statement = isFixed ? .broadcast(changed) : .signal(changed)
            func step(waitingWhile test: Statement.CellTest, adding amount: Int) -> [Statement] {
                [
                    .acquire(lock), .whileCell(count, test, bound: 9, [.wait(changed)]), .write(count, .add(amount)),
                    tell, .release(lock),
                ]
            }
            scenario.start("consumer", copies: 2, on: .ownThread) { step(waitingWhile: .equals(0), adding: -1) }
            scenario.start("producer", on: .ownThread) {
                [.loop(times: 2, step(waitingWhile: .equals(1), adding: 1))]
            }
        },
        Classic(name: "barrier that is used again", shows: .expectation) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let arrived = scenario.add(.cell(0), named: "arrived")
            let gates = (0..<2).map { scenario.add(.event(isSet: false), named: "gate \($0)") }
            let finished = scenario.add(.cell(0), named: "first rounds")
            func round(_ number: Int) -> [Statement] {
                let gate = gates[isFixed ? number : 0]
                return [
                    .acquire(lock), .write(arrived, .add(1)),
                    .ifCell(arrived, .equals(2), then: [.write(arrived, .set(0)), .signal(gate)]), .release(lock),
                    .wait(gate),
                ]
            }
            let count: [Statement] = [.acquire(lock), .write(finished, .add(1)), .release(lock)]
            scenario.start("task", copies: 2, on: .ownThread) {
                round(0) + count + round(1) + [
                    .acquire(lock), .expect(finished, .equals(2), message: "the barrier lets one task pass alone"),
                    .release(lock),
                ]
            }
        },
        Classic(name: "wait for an element inside the lock", shows: .deadlock) { scenario, isFixed in
            let buffer = scenario.add(.semaphore(permits: 1), named: "buffer")
            let elements = scenario.add(.semaphore(permits: 0), named: "elements")
            scenario.start("consumer", on: .ownThread) {
                (isFixed ? [.wait(elements), .wait(buffer)] : [.wait(buffer), .wait(elements)]) + [.signal(buffer)]
            }
            scenario.start("producer", on: .ownThread) { [.wait(buffer), .signal(buffer), .signal(elements)] }
        },
    ]
}
