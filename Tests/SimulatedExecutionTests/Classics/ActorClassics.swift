import SimulatedExecution

extension Classic {
    static let actors = [
        Classic(name: "check, then await, on an actor", shows: .lostUpdate) { scenario, isFixed in
            let cache = scenario.add(.actor(on: .cooperativePool), named: "cache")
            let entry = scenario.add(.cell(0), named: "entry")
            let loaded = scenario.add(.event(isSet: false), named: "loaded")
            let load = Statement.sleep(.milliseconds(5))
            let body: [Statement] =
                isFixed
                // Remembers that it loads, so that others wait for the same.
                ? [
                    .ifCell(
                        entry, .equals(0), then: [.write(entry, .set(1)), load, .signal(loaded)],
                        otherwise: [.suspend(on: loaded)])
                ]
                : [.ifCell(entry, .equals(0), then: [load, .write(entry, .set(1))])]
            scenario.start("caller", copies: 2, on: .cooperativePool) {
                [.run(on: .serial(cache), style: .suspending, body, label: "value")]
            }
        },
        Classic(name: "started twice", shows: .expectation) { scenario, isFixed in
            let service = scenario.add(.actor(on: .cooperativePool), named: "service")
            let isRunning = scenario.add(.cell(0), named: "is running")
            let starts = scenario.add(.cell(0), named: "starts")
            let start: [Statement] = [
                .write(starts, .add(1)), .expect(starts, .isBelow(2), message: "the service is started twice"),
            ]
            let mark = Statement.write(isRunning, .set(1))
            scenario.start("caller", copies: 2, on: .cooperativePool) {
                [
                    .run(
                        on: .serial(service), style: .suspending,
                        [.ifCell(isRunning, .equals(0), then: isFixed ? [mark] + start : start + [.yield, mark])],
                        label: "start")
                ]
            }
        },
        Classic(name: "account that is overdrawn", shows: .expectation) { scenario, isFixed in
            let bank = scenario.add(.actor(on: .cooperativePool), named: "bank")
            let balance = scenario.add(.cell(100), named: "balance")
            let check = Statement.yield
            let withdraw: [Statement] = [
                .write(balance, .add(-80)),
                .expect(balance, .isAbove(-1), message: "the account is overdrawn"),
            ]
            // The change is one of what is there when it is made.
            let other = scenario.add(.cell(0), named: "other account")
            scenario.start("customer", copies: 2, on: .cooperativePool) {
                [
                    .run(
                        on: .serial(bank), style: .suspending,
                        isFixed
                            ? [check, .ifCell(balance, .isAbove(79), then: withdraw)]
                            : [
                                .write(other, .add(1)),
                                .ifCell(
                                    balance, .isAbove(79),
                                    then: [
                                        check, .ifCell(balance, .isBelow(1_000), then: withdraw),
                                    ]),
                            ],
                        label: "withdraw")
                ]
            }
        },
        Classic(name: "actor that blocks for its own answer", shows: .deadlock) { scenario, isFixed in
            let actor = scenario.add(.actor(on: .cooperativePool), named: "store")
            let answer = TaskHandle(0)
            let call = Statement.run(on: .serial(actor), style: .suspending, [], label: "answer")
            scenario.start("caller", on: .serial(actor)) {
                [
                    .start(answer, on: .cooperativePool, [call], label: "request"),
                    isFixed ? .awaitTask(answer) : .waitForTask(answer),
                ]
            }
        },
        Classic(name: "order of two messages", shows: .expectation) { scenario, isFixed in
            let log = scenario.add(.actor(on: .cooperativePool), named: "log")
            let isOpen = scenario.add(.cell(0), named: "is open")
            let open = Statement.run(on: .serial(log), style: .suspending, [.write(isOpen, .set(1))], label: "open")
            let write = Statement.run(
                on: .serial(log), style: .suspending,
                [.expect(isOpen, .equals(1), message: "the log is written before it is open")], label: "write")
            let first = TaskHandle(0)
            scenario.start("caller", on: .main) {
                [
                    .start(first, on: .cooperativePool, [open], label: "open")
                ] + (isFixed ? [.awaitTask(first)] : []) + [
                    .start(nil, on: .cooperativePool, [write], label: "write")
                ]
            }
        },
    ]
}
