import SimulatedExecution

extension Classic {
    static let pools = [
        Classic(name: "semaphore on the pool", shows: .deadlock) { scenario, isFixed in
            let gate = scenario.add(.semaphore(permits: 0), named: "gate")
            scenario.start("waiter", copies: 2, on: .cooperativePool) { [isFixed ? .suspend(on: gate) : .wait(gate)] }
            scenario.start("signaller", on: .cooperativePool) { [.signal(gate), .signal(gate)] }
        },
        Classic(name: "group wait on the pool", shows: .deadlock) { scenario, isFixed in
            let group = scenario.add(.group, named: "group")
            scenario.start("parent", copies: 2, on: .cooperativePool) {
                [
                    .enter(group), .start(nil, on: .cooperativePool, [.signal(group)], label: "child"),
                    isFixed ? .suspend(on: group) : .wait(group),
                ]
            }
        },
        Classic(name: "nested offload", shows: .deadlock) { scenario, isFixed in
            let pool = scenario.add(ThreadPoolModel(name: "disk", threads: 2))
            let read = Statement.block(.milliseconds(1), what: "read")
            let inner = isFixed ? read : .run(on: .threadPool(pool), style: .blocking, [read], label: "inner")
            scenario.start("task", copies: 2, on: .cooperativePool) {
                [.run(on: .threadPool(pool), style: .suspending, [inner], label: "outer")]
            }
        },
        Classic(name: "main.sync on the main thread", shows: .deadlock) { scenario, isFixed in
            scenario.start("handler", on: .main) {
                isFixed ? [] : [.run(on: .main, style: .blocking, [], label: "main.sync")]
            }
        },
        Classic(name: "queue.sync on its own queue", shows: .deadlock) { scenario, isFixed in
            let queue = scenario.add(.dispatchQueue(isConcurrent: false), named: "queue")
            let inner = Statement.run(on: .serial(queue), style: .blocking, [], label: "inner")
            scenario.start("caller", on: .ownThread) {
                [.run(on: .serial(queue), style: .blocking, isFixed ? [] : [inner], label: "outer")]
                    + (isFixed ? [inner] : [])
            }
        },
        Classic(name: "two queues that sync to each other", shows: .deadlock) { scenario, isFixed in
            let queues = (0..<2).map { scenario.add(.dispatchQueue(isConcurrent: false), named: "queue \($0)") }
            for number in 0..<2 {
                let outer = queues[isFixed ? 0 : number]
                let inner = queues[isFixed ? 1 : 1 - number]
                scenario.start("caller \(number)", on: .ownThread) {
                    [
                        .run(
                            on: .serial(outer), style: .blocking,
                            [.run(on: .serial(inner), style: .blocking, [], label: "inner")], label: "outer")
                    ]
                }
            }
        },
        Classic(name: "task bridged on the main thread", shows: .deadlock) { scenario, isFixed in
            let main = scenario.add(.actor(on: .main), named: "main actor")
            let done = scenario.add(.semaphore(permits: 0), named: "done")
            let update = Statement.run(on: .serial(main), style: .suspending, [], label: "update")
            scenario.start("handler", on: .serial(main)) {
                [
                    .start(nil, on: .cooperativePool, [update, .signal(done)], label: "Task"),
                    isFixed ? .suspend(on: done) : .wait(done),
                ]
            }
        },
        Classic(name: "full queue of a pool that waits for itself", shows: .deadlock) { scenario, isFixed in
            let pool = scenario.add(ThreadPoolModel(name: "small", threads: 1, queueLimit: 1))
            let inner = Statement.run(on: .threadPool(pool), style: .suspending, [], label: "inner")
            let done = scenario.add(.event(isSet: false), named: "done")
            scenario.start("outer", on: .threadPool(pool)) {
                [.start(nil, on: .cooperativePool, [inner, .signal(done)], label: "helper")]
                    + (isFixed ? [.suspend(on: done)] : [.wait(done)])
            }
        },
    ]
}
