/// Problems in words: who waits for what, and who would have to give it.
struct ProblemSentences {
    let program: Program
    let taskNames: [String]

    func sentences(for problem: Problem) -> [String] {
        switch problem {
        case .deadlock(let waits): deadlock(waits)
        case .lostWakeUp(let condition):
            ["\(name(condition)) was signalled when nobody waited for it, and somebody waits for that signal for ever."]
        case .lostUpdate(let cell, let task):
            [
                "\(name(task: task)) changed \(name(cell)) by what it had read before, "
                    + "although another task had changed it in between: that change is lost."
            ]
        case .lockOrder(let first, let second):
            [
                "\(name(first)) and \(name(second)) are taken in both orders: "
                    + "two tasks that do so at the same time wait for each other for ever."
            ]
        case .starvation(let task, let waited):
            ["\(name(task: task)) was ready for \(text(waited)) before it got a thread."]
        case .priorityInversion(let lock):
            ["The main thread waited for \(name(lock)), whose holder had no thread to go on."]
        case .livelock(let steps):
            [
                "The tasks took \(steps) steps without any time going by: they keep each other busy, or a loop never waits."
            ]
        case .expectation(let message): [message]
        case .misuse(let resource, let message): ["\(name(resource)) \(message)."]
        }
    }

    private func deadlock(_ waits: [Problem.Wait]) -> [String] {
        waits.map { wait in
            "\(name(task: wait.task)) waits for \(text(wait.reason))\(holders(of: wait))."
        }
    }

    private func holders(of wait: Problem.Wait) -> String {
        let names = wait.holders.filter { $0 != wait.task }.map { name(task: $0) }
        if names.isEmpty, wait.holders.contains(wait.task) { return ", which it holds itself" }
        switch wait.reason {
        case .task: return ""
        case .resource(let resource):
            guard !names.isEmpty else { return ", which nobody is left to \(verb(for: resource))" }
            return isHeld(resource)
                ? ", which \(list(names)) \(names.count > 1 ? "hold" : "holds")"
                : ", which \(list(names)) would have to \(verb(for: resource))"
        case .executor, .time:
            return names.isEmpty ? "" : ", which \(list(names)) \(names.count > 1 ? "hold" : "holds")"
        }
    }

    private func verb(for resource: ResourceID) -> String {
        switch program.scenario.resources[resource.index].kind {
        case .channel: "feed or empty"
        case .lock, .readWriteLock, .actor, .dispatchQueue: "release"
        case .group: "leave"
        default: "signal"
        }
    }

    private func isHeld(_ resource: ResourceID) -> Bool { verb(for: resource) == "release" }

    // MARK: Names

    private func name(task: Int) -> String {
        taskNames.indices.contains(task) ? "`\(taskNames[task])`" : "task \(task)"
    }

    private func name(_ resource: ResourceID) -> String {
        let resource = program.scenario.resources[resource.index]
        let kind =
            switch resource.kind {
            case .lock: "lock"
            case .readWriteLock: "read-write lock"
            case .semaphore: "semaphore"
            case .group: "group"
            case .event: "event"
            case .condition: "condition"
            case .cell: "value"
            case .channel: "channel"
            case .actor: "actor"
            case .dispatchQueue: "queue"
            }
        return "\(kind) `\(resource.name)`"
    }

    private func text(_ reason: WaitReason) -> String {
        switch reason {
        case .time(let what): what.map { "`\($0)`" } ?? "time to pass"
        case .resource(let resource): name(resource)
        case .task(let task): "the end of \(name(task: task))"
        case .executor(let executor): text(executor)
        }
    }

    private func text(_ executor: ExecutorModel) -> String {
        switch executor {
        case .cooperativePool:
            program.machine.poolWidth == 1
                ? "the only thread of the cooperative pool"
                : "one of the \(program.machine.poolWidth) threads of the cooperative pool"
        case .main: "the main thread"
        case .eventLoop(let number): "event loop \(number)"
        case .serial(let resource): "its turn on \(name(resource))"
        case .dispatchGlobal: "a thread of Dispatch"
        case .threadPool(let pool): "a thread of pool `\(program.scenario.threadPools[pool.index].name)`"
        case .ownThread: "a thread of its own"
        }
    }

    private func list(_ names: [String]) -> String {
        switch names.count {
        case 1: names[0]
        case 2: "\(names[0]) and \(names[1])"
        case 3: "\(names[0]), \(names[1]) and \(names[2])"
        default: "\(names[0]), \(names[1]) and \(names.count - 2) more"
        }
    }

    private func text(_ duration: Duration) -> String {
        let milliseconds = duration / .milliseconds(1)
        return milliseconds < 1_000
            ? "\((milliseconds * 10).rounded() / 10) ms" : "\((milliseconds / 100).rounded() / 10) s"
    }
}
