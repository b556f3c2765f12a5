import SimulatedExecution

extension Classic {
    static let locks = [
        Classic(name: "lock order", shows: .deadlock) { scenario, isFixed in
            let a = scenario.addLock("a")
            let b = scenario.addLock("b")
            for (name, first, second) in [("one", a, b), isFixed ? ("two", a, b) : ("two", b, a)] {
                scenario.start(name, on: .cooperativePool) {
                    [.acquire(first), .acquire(second), .release(second), .release(first)]
                }
            }
        },
        Classic(name: "dining philosophers", shows: .deadlock, width: 3) { scenario, isFixed in
            let forks = (0..<3).map { scenario.addLock("fork \($0)") }
            for seat in 0..<3 {
                let isLast = isFixed && seat == 2
                let first = forks[isLast ? 0 : seat]
                let second = forks[isLast ? 2 : (seat + 1) % 3]
                scenario.start("philosopher \(seat)", on: .cooperativePool) {
                    [.acquire(first), .acquire(second), .release(second), .release(first)]
                }
            }
        },
        Classic(name: "recursive lock", shows: .deadlock) { scenario, isFixed in
            let lock = scenario.addLock("lock", isRecursive: isFixed)
            scenario.start("caller", copies: 2, on: .cooperativePool) {
                [.acquire(lock), .acquire(lock), .release(lock), .release(lock)]
            }
        },
        Classic(name: "two readers that want to write", shows: .deadlock) { scenario, isFixed in
            let lock = scenario.add(.readWriteLock, named: "lock")
            let upgrade: [Statement] = isFixed ? [.release(lock), .acquire(lock)] : [.acquire(lock)]
            scenario.start("reader", copies: 2, on: .cooperativePool) {
                [.acquire(lock, mode: .shared)] + upgrade + [.release(lock)]
            }
        },
        Classic(name: "lock held across a suspension", shows: .deadlock, width: 1) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let steps: [Statement] =
                isFixed ? [.acquire(lock), .release(lock), .yield] : [.acquire(lock), .yield, .release(lock)]
            scenario.start("task", copies: 2, on: .cooperativePool) { steps }
        },
        Classic(name: "priority inversion on the main thread", shows: .priorityInversion) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let work = Statement.sleep(.milliseconds(5))
            scenario.start("worker", on: .cooperativePool) {
                isFixed ? [.acquire(lock), .release(lock), work] : [.acquire(lock), work, .release(lock)]
            }
            scenario.start("handler", on: .main) { [.sleep(.milliseconds(1)), .acquire(lock), .release(lock)] }
        },
        Classic(name: "counter without a lock", shows: .lostUpdate) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let count = scenario.add(.cell(0), named: "count")
            let increment: [Statement] = [.read(count), .write(count, .add(1))]
            scenario.start("task", copies: 2, on: .cooperativePool) {
                isFixed ? [.acquire(lock)] + increment + [.release(lock)] : increment
            }
        },
        Classic(name: "released by somebody else", shows: .misuse) { scenario, isFixed in
            let lock = scenario.addLock("lock")
            let task = TaskHandle(0)
            scenario.start("owner", on: .cooperativePool) {
                [
                    .acquire(lock),
                    .start(task, on: .cooperativePool, isFixed ? [] : [.release(lock)], label: "helper"),
                    .awaitTask(task),
                ] + (isFixed ? [.release(lock)] : [])
            }
        },
        Classic(name: "two that poll for each other", shows: .livelock) { scenario, isFixed in
            let flags = [
                scenario.add(.cell(0), named: "first is ready"), scenario.add(.cell(0), named: "second is ready"),
            ]
            for me in 0..<2 {
                let tell = Statement.write(flags[me], .set(1))
                let poll = Statement.whileCell(flags[1 - me], .equals(0), bound: .max, [.yield])
                scenario.start("task \(me)", on: .cooperativePool) {
                    isFixed && me == 0 ? [tell, poll] : [poll, tell]
                }
            }
        },
    ]
}
