import SimulatedExecution

/// Traces written by hand: two workers that sleep on a thread of the pool, the same after an offload, and a deadlock.
enum SampleTraces {
    static let machine = MachineModel(poolWidth: 2)

    /// Three tasks block two pool threads for 250 ms each; a heartbeat waits.
    static let blocking = builder { trace in
        for task in 0..<3 { trace.add(0, task, nil, .created(name: "fetch", parent: nil)) }
        trace.add(0, 3, nil, .created(name: "heartbeat", parent: nil))
        for task in 0..<4 { trace.add(0, task, nil, .ready) }
        trace.add(0, 0, pool(0), .began)
        trace.add(0, 1, pool(1), .began)
        for task in 0..<2 { trace.add(20, task, pool(task), .blocked(reason: .time(what: "Thread.sleep"))) }
        for task in 0..<2 {
            trace.add(270, task, pool(task), .resumed)
            trace.add(270, task, pool(task), .left(reason: nil))
            trace.add(270, task, nil, .finished)
        }
        trace.add(270, 2, pool(0), .began)
        trace.add(270, 3, pool(1), .began)
        trace.add(270, 3, nil, .observed(.starvation(task: 3, waited: .milliseconds(270))))
        trace.add(290, 2, pool(0), .blocked(reason: .time(what: "Thread.sleep")))
        trace.add(300, 3, pool(1), .left(reason: .time(what: nil)))
        trace.add(400, 3, nil, .ready)
        trace.add(400, 3, pool(1), .began)
        trace.add(410, 3, pool(1), .left(reason: nil))
        trace.add(410, 3, nil, .finished)
        trace.add(540, 2, pool(0), .resumed)
        trace.add(540, 2, pool(0), .left(reason: nil))
        trace.add(540, 2, nil, .finished)
    }

    /// The same with each sleep on a thread of the executor.
    static let offloaded = builder { trace in
        let executor = trace.scenario.add(ThreadPoolModel(name: "executor", threads: 3))
        for task in 0..<3 { trace.add(0, task, nil, .created(name: "fetch", parent: nil)) }
        trace.add(0, 3, nil, .created(name: "heartbeat", parent: nil))
        for task in 0..<4 { trace.add(0, task, nil, .ready) }
        trace.add(0, 0, pool(0), .began)
        trace.add(0, 1, pool(1), .began)
        for task in 0..<2 {
            trace.add(20, task, pool(task), .left(reason: .executor(.threadPool(executor))))
            trace.add(20, task, nil, .ready)
            let own = ThreadID(group: .threadPool(executor), number: task)
            trace.add(20, task, own, .began)
            trace.add(20, task, own, .blocked(reason: .time(what: "Thread.sleep")))
        }
        trace.add(20, 2, pool(0), .began)
        trace.add(20, 3, pool(1), .began)
        trace.add(30, 3, pool(1), .left(reason: .time(what: nil)))
        trace.add(40, 2, pool(0), .left(reason: .executor(.threadPool(executor))))
        trace.add(40, 2, nil, .ready)
        let third = ThreadID(group: .threadPool(executor), number: 2)
        trace.add(40, 2, third, .began)
        trace.add(40, 2, third, .blocked(reason: .time(what: "Thread.sleep")))
        trace.add(130, 3, nil, .ready)
        trace.add(130, 3, pool(1), .began)
        trace.add(140, 3, pool(1), .left(reason: nil))
        trace.add(140, 3, nil, .finished)
        for (task, time) in [(0, 270), (1, 270), (2, 290)] {
            let own = ThreadID(group: .threadPool(executor), number: task)
            trace.add(time, task, own, .resumed)
            trace.add(time, task, own, .left(reason: .executor(.cooperativePool)))
            trace.add(time, task, nil, .ready)
            trace.add(time, task, pool(task % 2), .began)
            trace.add(time, task, pool(task % 2), .left(reason: nil))
            trace.add(time, task, nil, .finished)
        }
    }

    /// Two waiters hold the pool; the signaller never gets a thread. Takes no virtual time.
    static let deadlock = builder { trace in
        let gate = trace.scenario.add(.semaphore(permits: 0), named: "gate")
        for task in 0..<2 { trace.add(0, task, nil, .created(name: "waiter", parent: nil)) }
        trace.add(0, 2, nil, .created(name: "signaller", parent: nil))
        for task in 0..<3 { trace.add(0, task, nil, .ready) }
        for task in 0..<2 { trace.add(0, task, pool(task), .began) }
        for task in 0..<2 { trace.add(0, task, pool(task), .blocked(reason: .resource(gate))) }
        let waits = [
            Problem.Wait(task: 0, reason: .resource(gate), holders: [2]),
            Problem.Wait(task: 1, reason: .resource(gate), holders: [2]),
            Problem.Wait(task: 2, reason: .executor(.cooperativePool), holders: [0, 1]),
        ]
        trace.add(0, 0, nil, .observed(.deadlock(waits)))
    }

    /// A signal passes from one task to another that waits on its thread, and to one that is suspended.
    static let handOver = builder { trace in
        let gate = trace.scenario.add(.semaphore(permits: 0), named: "gate")
        trace.add(0, 0, nil, .created(name: "waiter", parent: nil))
        trace.add(0, 0, nil, .ready)
        trace.add(0, 0, pool(0), .began)
        trace.add(1, 1, nil, .created(name: "signaller", parent: 0))
        trace.add(1, 0, pool(0), .blocked(reason: .resource(gate)))
        trace.add(1, 1, nil, .ready)
        trace.add(1, 1, pool(1), .began)
        trace.add(5, 1, pool(1), .signalled(gate))
        trace.add(5, 0, pool(0), .resumed)
        trace.add(5, 0, pool(0), .acquired(gate))
        trace.add(6, 1, pool(1), .left(reason: .task(0)))
        trace.add(9, 0, pool(0), .finished)
        trace.add(9, 1, nil, .ready)
        trace.add(9, 0, pool(0), .left(reason: nil))
        trace.add(9, 1, pool(0), .began)
        trace.add(9, 1, pool(0), .finished)
        trace.add(9, 1, pool(0), .left(reason: nil))
    }

    /// Many short jobs on many threads.
    static func crowd(events: Int, threads: Int) -> Trace {
        builder { trace in
            for task in 0..<threads {
                trace.add(
                    0, task, nil,
                    .created(name: "worker of kind \(Character(Unicode.Scalar(UInt8(65 + task % 40))))", parent: nil))
            }
            for index in 0..<events / 2 {
                let task = index % threads
                let own = ThreadID(group: .own, number: task)
                trace.add(index, task, own, .began)
                trace.add(index + 1, task, own, .left(reason: .time(what: nil)))
            }
        }
    }

    static func pool(_ number: Int) -> ThreadID { ThreadID(group: .cooperativePool, number: number) }

    /// A trace under construction.
    struct Draft {
        var scenario = Scenario("sample")
        var events: [TraceEvent] = []

        mutating func add(_ milliseconds: Int, _ task: Int, _ thread: ThreadID?, _ kind: TraceEvent.Kind) {
            events.append(TraceEvent(time: .milliseconds(milliseconds), task: task, thread: thread, kind: kind))
        }
    }

    static func builder(_ build: (inout Draft) -> Void) -> Trace {
        var draft = Draft()
        build(&draft)
        return Trace(scenario: draft.scenario, machine: machine, events: draft.events, end: .zero)
    }
}
