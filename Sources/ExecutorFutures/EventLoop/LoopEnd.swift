/// How runs and loops end.
extension LoopEngine {
    /// Ends the present run, or the next one: on the loop after the entry that runs, from elsewhere after what is
    /// queued.
    func endRun(_ ending: Ending) {
        if isCurrent {
            self.ending = ending
        } else {
            enqueue(.call { self.ending = ending })
        }
    }

    /// Asks the thread that runs the loop to end it after its run.
    /// - Returns: `false` if there is no such thread; then this call has closed the loop.
    func askToWindUp() -> Bool {
        let dropped = inbox.withLock { inbox -> [ReadyEntry]? in
            defer { inbox.mustWindUp = true }
            return inbox.willBeWoundUp ? nil : shut(&inbox)
        }
        guard let dropped else { return true }
        letGo(dropped)
        return false
    }

    /// Enters a task that is about to be spawned; `nil` if the loop has closed.
    ///
    /// It has the lock under which the loop closes, so the loop that has let a task in stays open until that ends.
    func beginTask(name: String?, fileID: StaticString, line: Int) -> LiveTasks.Ticket? {
        inbox.withLock { $0.phase == .closed ? nil : tasks.begin(name: name, fileID: fileID, line: line) }
    }

    /// Cancels all tasks and runs until the last has ended, on the thread that the loop occupies.
    /// - Returns: `false` if tasks are left that cannot end: they wait for each other, or for what nobody simulates.
    func runOutTasks(as executors: LoopExecutors) -> Bool {
        // What is left is not part of the run that was scheduled.
        forgetScheduler()
        guard tasks.cancelAll(whenEmpty: { [weak self] in self?.endRun(.done) }) else { return true }
        while !tasks.isEmpty {
            switch runUntilEnding(as: executors) {
            case .done, .stopped: continue
            case .stuck, .abandoned: return false
            }
        }
        return true
    }

    /// Takes nothing any more, drops what is queued and gives everything back to the system, if that has not been done.
    /// No thread must run the loop.
    /// - Parameter leavingTasks: whether to do so even if there are tasks, which then never end.
    /// - Returns: `false` if the loop stays open because a task has come.
    @discardableResult
    func close(leavingTasks: Bool) -> Bool {
        let (isClosed, dropped) = inbox.withLock { inbox -> (Bool, [ReadyEntry]?) in
            guard leavingTasks || inbox.phase == .closed || tasks.isEmpty else { return (false, nil) }
            return (true, shut(&inbox))
        }
        if let dropped { letGo(dropped) }
        return isClosed
    }

    /// What has to happen under the lock, so that nobody begins to run the loop and nobody wakes it any more.
    /// - Returns: what is dropped, to be released outside; `nil` if the loop had closed.
    private func shut(_ inbox: inout LoopInbox) -> [ReadyEntry]? {
        guard inbox.phase != .closed else { return nil }
        inbox.phase = .closed
        driver.close()
        defer { inbox.entries = [] }
        return inbox.entries
    }

    private func letGo(_ dropped: [ReadyEntry]) {
        // Tasks that sleep here and live elsewhere must hear of it.
        for timer in timers.removeAll() {
            if case .resume(let continuation) = timer.take() {
                continuation.resume(throwing: EventLoopError.shutDown(loop: name))
            }
        }
        dropped.forEach(letGo)
        // One by one, since what a callback has captured may run code of its own when it is released.
        while let entry = ready.popFirst() { letGo(entry) }
    }

    private func letGo(_ entry: ReadyEntry) {
        guard case .sleeper(_, let continuation) = entry else { return }
        continuation.resume(throwing: EventLoopError.shutDown(loop: name))
    }
}
