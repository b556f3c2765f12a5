/// Problems in words: who waits for what, and who would have to give it.
struct ProblemSentences {
    private let names: TraceNames

    init(_ names: TraceNames) { self.names = names }

    init(program: Program, taskNames: [String]) {
        names = TraceNames(program.scenario, program.machine, tasks: taskNames.enumerated().map { ($0, $1) })
    }

    /// All sentences about a problem on one line.
    func line(for problem: Problem) -> String {
        let text = sentences(for: problem).joined(separator: " ").printable
        if case .deadlock = problem { return "Deadlock: \(text)" }
        return text
    }

    func sentences(for problem: Problem) -> [String] {
        switch problem {
        case .deadlock(let waits): deadlock(waits)
        case .lostWakeUp(let condition):
            [
                "\(names.resource(condition)) was signalled when nobody waited for it, and somebody waits for that signal for ever."
            ]
        case .lostUpdate(let cell, let task):
            [
                "\(names.task(task)) changed \(names.resource(cell)) by what it had read before, "
                    + "although another task had changed it in between: that change is lost."
            ]
        case .lockOrder(let first, let second):
            [
                "\(names.resource(first)) and \(names.resource(second)) are taken in both orders: "
                    + "two tasks that do so at the same time wait for each other for ever."
            ]
        case .starvation(let task, let waited):
            [
                "\(names.task(task)) was ready for \(TimeUnit(fitting: waited).text(waited.nanoseconds, isTrimmed: true)) before it got a thread."
            ]
        case .priorityInversion(let lock):
            ["The main thread waited for \(names.resource(lock)), whose holder had no thread to go on."]
        case .livelock(let steps):
            [
                "The tasks took \(steps) steps without any time going by: they keep each other busy, or a loop never waits."
            ]
        case .expectation(let message): [message]
        case .misuse(let resource, let message): ["\(names.resource(resource)) \(message)."]
        }
    }

    private func deadlock(_ waits: [Problem.Wait]) -> [String] {
        waits.map { wait in
            "\(names.task(wait.task)) waits for \(names.wait(wait.reason))\(holders(of: wait))."
        }
    }

    private func holders(of wait: Problem.Wait) -> String {
        let holders = wait.holders.filter { $0 != wait.task }.map { names.task($0) }
        if holders.isEmpty, wait.holders.contains(wait.task) { return ", which it holds itself" }
        switch wait.reason {
        case .task: return ""
        case .resource(let resource):
            guard !holders.isEmpty else { return ", which nobody is left to \(verb(for: resource))" }
            return isHeld(resource)
                ? ", which \(list(holders)) \(holders.count > 1 ? "hold" : "holds")"
                : ", which \(list(holders)) would have to \(verb(for: resource))"
        case .executor, .time:
            return holders.isEmpty ? "" : ", which \(list(holders)) \(holders.count > 1 ? "hold" : "holds")"
        }
    }

    private func verb(for resource: ResourceID) -> String {
        switch names.kind(of: resource) {
        case .channel: "feed or empty"
        case .lock, .readWriteLock, .actor, .dispatchQueue: "release"
        case .group: "leave"
        default: "signal"
        }
    }

    private func isHeld(_ resource: ResourceID) -> Bool { verb(for: resource) == "release" }

    private func list(_ names: [String]) -> String {
        switch names.count {
        case 1: names[0]
        case 2: "\(names[0]) and \(names[1])"
        case 3: "\(names[0]), \(names[1]) and \(names[2])"
        default: "\(names[0]), \(names[1]) and \(names.count - 2) more"
        }
    }
}
