/// Actors and serial queues: one job at a time, in the order in which they came.
///
/// While jobs wait, the thread stays and takes one after the other, as Swift's default actors and Dispatch's queues do.
/// A job of `sync` brings a thread of its own.
extension Machine {
    /// Lets a task stand in the line of an actor or queue.
    mutating func join(_ serial: Int, _ task: Int) {
        footprint.write(serial)
        let isIdle = isIdle(serial)
        appendWaiter(task, to: serial)
        if isIdle { askForThread(serial) }
    }

    /// Takes the turn for the thread that the task is on.
    /// - Returns: `false` if it has to wait.
    mutating func enter(_ serial: Int, _ task: Int) -> Bool {
        footprint.write(serial)
        guard isIdle(serial) else {
            appendWaiter(task, to: serial)
            return false
        }
        resources[serial].owner = task
        return true
    }

    private mutating func isIdle(_ serial: Int) -> Bool {
        resources[serial].owner < 0 && resources[serial].firstWaiter < 0
    }

    private mutating func askForThread(_ serial: Int) {
        resources[serial].isQueued = true
        offer(.serial(serial), to: supply(of: serial))
    }

    private mutating func supply(of serial: Int) -> Int { program.supplyOfSerial[serial] }

    /// Gives the turn, and the thread, to the next in line.
    mutating func beginNext(of serial: Int, on thread: Int) -> Int {
        footprint.write(serial)
        let task = popWaiter(of: serial)
        resources[serial].owner = task
        begin(task, on: thread)
        return task
    }

    /// Ends a turn.
    /// - Parameter thread: a thread that is free for the next job.
    mutating func leave(_ serial: Int, thread: Int) {
        resources[serial].owner = -1
        footprint.write(serial)
        let next = resources[serial].firstWaiter
        if next >= 0, tasks[next].thread < 0 {
            runnable.append(beginNext(of: serial, on: thread))
            return
        }
        free(thread, of: supply(of: serial))
        if next >= 0 { grantTurn(serial) }
    }

    /// Ends a turn that was taken by `sync`.
    mutating func leave(_ serial: Int) {
        resources[serial].owner = -1
        footprint.write(serial)
        let next = resources[serial].firstWaiter
        guard next >= 0 else { return }
        if tasks[next].thread < 0 { askForThread(serial) } else { grantTurn(serial) }
    }

    /// Gives the turn to a caller of `sync`, which has a thread.
    private mutating func grantTurn(_ serial: Int) {
        let task = popWaiter(of: serial)
        resources[serial].owner = task
        wake(task)
    }
}
