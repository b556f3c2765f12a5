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
    /// - Returns: `false` if no thread runs it; then it has closed.
    func askToWindUp() -> Bool {
        let (isRunning, dropped) = inbox.withLock { inbox -> (Bool, [ReadyEntry]?) in
            inbox.mustWindUp = true
            if inbox.phase == .running || inbox.phase == .reserved { return (true, nil) }
            return (false, shut(&inbox))
        }
        if let dropped { letGo(dropped) }
        return isRunning
    }

    /// Cancels all tasks and runs until the last has ended, on the thread that the loop occupies.
    func runOutTasks(as executors: LoopExecutors) {
        // What is left is not part of the run that was scheduled.
        forgetScheduler()
        guard tasks.cancelAll(whenEmpty: { self.endRun(.done) }) else { return }
        while !tasks.isEmpty {
            switch runUntilEnding(as: executors) {
            case .done, .stopped: continue
            // Tasks that wait for each other, or for what nobody simulates, end here.
            case .stuck, .abandoned: return
            }
        }
    }

    /// Takes nothing any more, drops what is queued and gives everything back to the system, if that has not been done.
    /// No thread must run the loop.
    func close() {
        if let dropped = inbox.withLock({ shut(&$0) }) { letGo(dropped) }
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
        withExtendedLifetime(dropped) {}
        // One by one, since what a callback has captured may run code of its own when it is released.
        while ready.popFirst() != nil {}
    }
}
