/// Who waits for whom, when nothing can go on any more.
extension Machine {
    /// A number for the kind of dead end: what is waited for, by whomever. Cheap, so that thousands of equal deadlocks are
    /// told from new ones without describing them.
    var deadEndKey: UInt64 {
        // Two sets of bits, so that neither the order of the tasks nor how many wait for the same matters.
        var bits: UInt64 = 0
        var moreBits: UInt64 = 0
        for task in tasks.indices where tasks[task].status != .finished {
            let what: UInt64 =
                switch tasks[task].wait {
                case .nothing, .time: 0
                case .task, .children: 1
                case .resource(let resource): 2 + UInt64(resource) * 2
                case .place(let place): 3 + UInt64(place) * 2
                }
            let hash = mixed(what)
            bits |= 1 << (hash & 63)
            moreBits |= 1 << (hash >> 58)
        }
        return mixed(bits) ^ moreBits
    }

    /// The waits of all tasks that are left; a cycle comes first, if there is one.
    func deadlock() -> [Problem.Wait] {
        var waits: [Problem.Wait] = []
        for task in tasks.indices where tasks[task].status != .finished {
            guard let reason = waitReason(task) else { continue }
            waits.append(Problem.Wait(task: task, reason: reason, holders: holders(for: task)))
        }
        return cycleFirst(waits)
    }

    /// Conditions that somebody waits for although they were signalled when nobody did.
    func lostWakeUps() -> [Int] {
        resources.indices.filter { index in
            guard case .condition = program.kinds[index] else { return false }
            return resources[index].version > 0 && resources[index].firstWaiter >= 0
        }
    }

    // MARK: Holders

    /// The tasks that could end a wait, if they could go on.
    private func holders(for task: Int) -> [Int] {
        switch tasks[task].wait {
        case .nothing, .time: []
        case .task(let awaited): [awaited]
        case .children: tasks.indices.filter { isUnfinishedChild($0, of: task) }
        case .place(let place): holders(ofPlace: place)
        case .resource(let resource): holders(of: resource)
        }
    }

    private func holders(ofPlace place: Int) -> [Int] {
        let model = program.places[place]
        if model.serial >= 0, resources[model.serial].owner >= 0 { return [resources[model.serial].owner] }
        return tasks.indices.filter { tasks[$0].thread >= 0 && competes(tasks[$0].place, model.supply) }
    }

    /// Whether a task at the place has a thread that the supply could use.
    private func competes(_ place: Int, _ supply: Int) -> Bool {
        let other = program.places[place].supply
        guard other != supply, program.poolBorrowsFromDispatch else { return other == supply }
        let kinds = [program.supplies[other].kind, program.supplies[supply].kind]
        return kinds.contains(.dispatchShared) && kinds.contains(.cooperativePool)
    }

    private func holders(of resource: Int) -> [Int] {
        switch program.kinds[resource] {
        case .lock, .dispatchQueue, .actor: return resources[resource].owner < 0 ? [] : [resources[resource].owner]
        case .readWriteLock:
            if resources[resource].owner >= 0 { return [resources[resource].owner] }
            return readers.filter { $0.resource == resource }.map(\.task)
        case .channel:
            let senderWaits = resources[resource].waitersSend
            return tasks.indices.filter { couldStill($0, resource) { senderWaits ? $0.receives : $0.sends } }
        case .semaphore, .group, .event, .condition, .cell:
            return tasks.indices.filter { couldStill($0, resource, \.signals) }
        }
    }

    /// Whether code that the task has not left yet does something with a resource.
    private func couldStill(_ task: Int, _ resource: Int, _ does: (Instruction) -> Bool) -> Bool {
        guard tasks[task].status != .finished else { return false }
        let code = program.entries[tasks[task].entry].code
        var start = tasks[task].pc
        // In a loop, what stands before comes again.
        for pc in tasks[task].pc..<code.upperBound {
            if case .repeatLoop(_, let target, _) = program.code[pc] { start = min(start, target) }
        }
        return program.code[start..<code.upperBound].contains { $0.resource == resource && does($0) }
    }

    // MARK: The cycle

    private func cycleFirst(_ waits: [Problem.Wait]) -> [Problem.Wait] {
        let cycle = cycle(in: waits)
        let members = cycle.compactMap { task in waits.first { $0.task == task } }
        return members + waits.filter { !cycle.contains($0.task) }
    }

    /// Tasks of which each waits for the next, and the last for the first.
    private func cycle(in waits: [Problem.Wait]) -> [Int] {
        var known = Array(repeating: false, count: tasks.count)
        var holders: [[Int]] = Array(repeating: [], count: tasks.count)
        for wait in waits { holders[wait.task] = wait.holders }
        for wait in waits where !known[wait.task] {
            var path: [Int] = []
            // The holders of each task on the path that have not been followed.
            var open: [[Int]] = []
            var task = wait.task
            while true {
                if let start = path.firstIndex(of: task) { return Array(path[start...]) }
                if !known[task] {
                    known[task] = true
                    path.append(task)
                    open.append(holders[task].reversed())
                }
                while let last = open.last, last.isEmpty {
                    open.removeLast()
                    path.removeLast()
                }
                guard let next = open.last?.last else { break }
                open[open.count - 1].removeLast()
                task = next
            }
        }
        return []
    }
}

extension Instruction {
    fileprivate var signals: Bool {
        switch self {
        case .signal, .broadcast: true
        default: false
        }
    }

    fileprivate var sends: Bool { if case .send = self { true } else { false } }
    fileprivate var receives: Bool { if case .receive = self { true } else { false } }
}
