import SimulatedExecution

extension Classic {
    static let signals = [
        Classic(name: "latch that is counted twice", shows: .misuse) { scenario, isFixed in
            let group = scenario.add(.group, named: "latch")
            scenario.start("parent", on: .main) {
                [
                    .enter(group),
                    .start(nil, on: .cooperativePool, [.signal(group)], label: "success"),
                    .start(nil, on: .cooperativePool, isFixed ? [] : [.signal(group)], label: "failure"),
                    .wait(group),
                ]
            }
        },
        Classic(name: "group that is entered too late", shows: .expectation) { scenario, isFixed in
            let group = scenario.add(.group, named: "group")
            let done = scenario.add(.cell(0), named: "done")
            let work: [Statement] = [.write(done, .set(1)), .signal(group)]
            scenario.start("parent", on: .ownThread) {
                (isFixed ? [.enter(group)] : []) + [
                    .start(nil, on: .ownThread, (isFixed ? [] : [.enter(group)]) + work, label: "child"),
                    .wait(group),
                    .expect(done, .equals(1), message: "the parent goes on before the child is done"),
                ]
            }
        },
        Classic(name: "cancelled while it waits for a permit", shows: .expectation) { scenario, isFixed in
            let permit = scenario.add(.semaphore(permits: 1), named: "permit")
            let inside = scenario.add(.cell(0), named: "inside")
            let section: [Statement] = [
                .suspend(on: permit), .write(inside, .add(1)),
                .expect(inside, .isBelow(2), message: "two tasks are inside"), .yield, .write(inside, .add(-1)),
                .signal(permit),
            ]
            let task = TaskHandle(0)
            scenario.start("holder", on: .eventLoop(0)) { section }
            scenario.start("canceller", on: .eventLoop(0)) {
                // A task that was cancelled goes on without the permit, and gives one back that it never had.
                [.start(task, on: .eventLoop(0), section, label: "worker"), .yield]
                    + (isFixed ? [] : [.cancel(task)])
            }
        },
        Classic(name: "consumer that ends early", shows: .deadlock) { scenario, isFixed in
            let stream = scenario.add(.channel(capacity: 1), named: "stream")
            let enough = Statement.choose(isFixed ? [[]] : [[], [.exitLoop]])
            scenario.start("producer", on: .cooperativePool) { [.loop(times: 3, [.send(stream)])] }
            scenario.start("consumer", on: .cooperativePool) { [.loop(times: 3, [.receive(stream), enough])] }
        },
        Classic(name: "time-out and answer at one time", shows: .expectation) { scenario, isFixed in
            let box = scenario.add(.actor(on: .cooperativePool), named: "continuation")
            let resumed = scenario.add(.cell(0), named: "resumed")
            let resume: [Statement] = [
                .write(resumed, .add(1)), .expect(resumed, .isBelow(2), message: "a continuation is resumed twice"),
            ]
            let body = isFixed ? [.ifCell(resumed, .equals(0), then: resume)] : resume
            let finish = Statement.run(on: .serial(box), style: .suspending, body, label: "resume")
            scenario.start("time-out", on: .cooperativePool) { [.sleep(.milliseconds(10)), finish] }
            scenario.start("answer", on: .cooperativePool) {
                [.choose([[.sleep(.milliseconds(10))], [.sleep(.milliseconds(5))]]), finish]
            }
        },
        Classic(name: "continuation that a branch forgets", shows: .deadlock) { scenario, isFixed in
            let answer = scenario.add(.event(isSet: false), named: "continuation")
            scenario.start("caller", on: .cooperativePool) { [.suspend(on: answer)] }
            scenario.start("callback", on: .ownThread) {
                [.choose([[.signal(answer)], isFixed ? [.signal(answer)] : []])]
            }
        },
        Classic(name: "reset behind the signal", shows: .deadlock) { scenario, isFixed in
            let event = scenario.add(.event(isSet: false), named: "event")
            scenario.start("waiter", on: .ownThread) { [.wait(event)] }
            scenario.start("signaller", on: .ownThread) { [.signal(event)] + (isFixed ? [] : [.reset(event)]) }
        },
    ]
}
