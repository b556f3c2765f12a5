/// Tasks that come to be, end, and are cancelled.
extension Machine {
    mutating func startRoots() {
        for position in program.starts.indices {
            let start = program.starts[position]
            for _ in 0..<start.copies {
                let task = create(start.entry, parent: -1, isChild: false)
                if start.time > 0 { timers.add(.start(task), at: start.time) } else { enqueue(task) }
            }
        }
    }

    mutating func resetResources() {
        resources.removeAll()
        for resource in program.firstCounts.indices {
            resources.append(ResourceState(count: program.firstCounts[resource]))
        }
    }

    private mutating func create(_ entry: Int, parent: Int, isChild: Bool) -> Int {
        let task = tasks.count
        var identity = mixed(UInt64(truncatingIfNeeded: task))
        if parent >= 0 {
            tasks[parent].startedTasks += 1
            identity = mixed(tasks[parent].identity &+ tasks[parent].startedTasks)
            // Tasks are numbered in the order of their starts, so starts do not commute.
            footprint.write(-1)
        }
        tasks.append(
            TaskState(
                entry: entry, copy: copies[entry], parent: parent, isChild: isChild, slots: slots.count,
                identity: identity,
                pc: program.entries[entry].code.lowerBound, place: program.entries[entry].place))
        copies[entry] += 1
        for _ in 0..<program.entries[entry].slots { slots.append(0) }
        record(.created, task)
        return task
    }

    mutating func start(_ entry: Int, by parent: Int, handle: Int) {
        let task = create(entry, parent: parent, isChild: false)
        if handle >= 0 { slots[tasks[parent].slots + handle] = task + 1 }
        enqueue(task)
    }

    mutating func startChildren(_ entries: Range<Int>, of parent: Int) {
        for entry in entries {
            let task = create(entry, parent: parent, isChild: true)
            tasks[parent].children += 1
            if isCancelled(parent) { tasks[task].isCancelled = true }
            enqueue(task)
        }
    }

    /// The task that a reference means; `nil` if it has not been started.
    mutating func task(_ reference: TaskReference, from task: Int) -> Int? {
        var starter = task
        for _ in 0..<reference.levels { starter = tasks[starter].parent }
        let number = slots[tasks[starter].slots + reference.slot]
        return number > 0 ? number - 1 : nil
    }

    // MARK: Ends

    /// - Returns: whether the task need not wait.
    mutating func wait(forTask awaited: Int, _ task: Int, holdsThread: Bool) -> Bool {
        footprint.read(thing(task: awaited))
        guard tasks[awaited].status != .finished else { return true }
        appendAwaiter(task, of: awaited)
        wait(task, for: .task(awaited), holdsThread: holdsThread)
        return false
    }

    private mutating func appendAwaiter(_ task: Int, of awaited: Int) {
        tasks[task].next = -1
        guard tasks[awaited].firstAwaiter >= 0 else { return tasks[awaited].firstAwaiter = task }
        var last = tasks[awaited].firstAwaiter
        while tasks[last].next >= 0 { last = tasks[last].next }
        tasks[last].next = task
    }

    mutating func finish(_ task: Int) {
        footprint.write(thing(task: task))
        tasks[task].status = .finished
        tasks[task].wait = .nothing
        record(.finished, task)
        record(.left, task)
        giveUpThread(task)
        observer.taskFinished(at: now)
        var awaiter = tasks[task].firstAwaiter
        while awaiter >= 0 {
            let next = tasks[awaiter].next
            wake(awaiter)
            awaiter = next
        }
        guard tasks[task].isChild else { return }
        let parent = tasks[task].parent
        footprint.write(thing(task: parent))
        tasks[parent].children -= 1
        if tasks[parent].children == 0, case .children = tasks[parent].wait { wake(parent) }
    }

    private mutating func thing(task: Int) -> Int { resources.count + supplies.count + task }

    // MARK: Cancellation

    mutating func isCancelled(_ task: Int) -> Bool { tasks[task].isCancelled || tasks[task].firedTimeouts > 0 }

    /// Cancels a task and its children, and ends what they wait for, if they do so without their thread.
    mutating func cancel(_ task: Int) {
        footprint.write(thing(task: task))
        guard tasks[task].status != .finished, !tasks[task].isCancelled else { return }
        tasks[task].isCancelled = true
        record(.cancelled, task)
        endWaits(ofCancelled: task)
    }

    /// Ends the waits that a cancellation ends.
    mutating func endWaits(ofCancelled task: Int) {
        if tasks[task].status == .waiting, tasks[task].thread < 0 { _ = giveUpWait(task) }
        guard tasks[task].children > 0 else { return }
        for child in tasks.indices where tasks[child].isChild && tasks[child].parent == task { cancel(child) }
    }
}
