/// Standing in line, and being woken.
extension Machine {
    // MARK: Lines

    mutating func appendWaiter(_ task: Int, to resource: Int) {
        tasks[task].next = -1
        let last = resources[resource].lastWaiter
        if last < 0 { resources[resource].firstWaiter = task } else { tasks[last].next = task }
        resources[resource].lastWaiter = task
    }

    /// Takes the first out of the line, which must not be empty.
    mutating func popWaiter(of resource: Int) -> Int {
        let task = resources[resource].firstWaiter
        resources[resource].firstWaiter = tasks[task].next
        if tasks[task].next < 0 { resources[resource].lastWaiter = -1 }
        return task
    }

    mutating func removeWaiter(_ task: Int, of resource: Int) {
        var previous = -1
        var waiter = resources[resource].firstWaiter
        while waiter >= 0, waiter != task {
            previous = waiter
            waiter = tasks[waiter].next
        }
        guard waiter == task else { return }
        let next = tasks[task].next
        if previous < 0 { resources[resource].firstWaiter = next } else { tasks[previous].next = next }
        if next < 0 { resources[resource].lastWaiter = previous }
    }

    // MARK: Waiting

    /// Lets a task wait, with its thread or without.
    mutating func wait(_ task: Int, for reason: TaskState.Wait, holdsThread: Bool) {
        tasks[task].status = .waiting
        tasks[task].wait = reason
        tasks[task].hasWaited = true
        if holdsThread {
            record(.blocked, task)
        } else {
            record(.left, task)
            giveUpThread(task)
        }
    }

    /// Lets a task wait for a resource.
    mutating func wait(_ task: Int, in resource: Int, holdsThread: Bool) {
        appendWaiter(task, to: resource)
        wait(task, for: .resource(resource), holdsThread: holdsThread)
    }

    /// Ends a task's waiting: it goes on if it has its thread, else it gets ready.
    mutating func wake(_ task: Int) {
        tasks[task].timer = 0
        guard tasks[task].thread >= 0 else { return enqueue(task) }
        goOn(task)
        record(.resumed, task)
    }

    /// Makes a task that has its thread an option.
    mutating func goOn(_ task: Int) {
        tasks[task].status = .running
        tasks[task].wait = .nothing
        runnable.append(task)
    }

    mutating func wakeFirst(of resource: Int) -> Bool {
        guard resources[resource].firstWaiter >= 0 else { return false }
        wake(popWaiter(of: resource))
        return true
    }

    mutating func wakeAll(of resource: Int) {
        while wakeFirst(of: resource) {}
    }

    /// Takes a task out of its wait before it got what it waited for.
    /// - Returns: `false` if it does not wait for anything that can be given up.
    mutating func giveUpWait(_ task: Int) -> Bool {
        switch tasks[task].wait {
        case .time(what: -1): break
        case .resource(let resource):
            footprint.write(resource)
            removeWaiter(task, of: resource)
            if case .condition(let lock) = program.kinds[resource] {
                takeBack(lock.index, task)
                return true
            }
        case .nothing, .time, .task, .children, .place: return false
        }
        wake(task)
        return true
    }
}
