/// Plain callbacks: soon, later, and from other threads. They cost a quarter of a task's job.
extension EventLoop {
    /// Calls `body` once, after everything that is ready now. About 30 ns, and no lock.
    ///
    /// Must be called on the loop; elsewhere it is ``post(fileID:line:_:)``.
    /// - Parameter body: must not block; what it throws goes to the loop's hook for uncaught errors.
    public func callSoon(
        fileID: StaticString = #fileID, line: Int = #line, _ body: @escaping () throws -> Void
    ) {
        preconditionOnLoop()
        core.ready.append(core.entry(for: body, fileID, line))
    }

    /// Calls `body` once on the loop, from any thread; it never runs inside this call.
    ///
    /// The bodies that one thread posts run in the order of the calls. The loop is woken if it sleeps.
    /// - Parameter body: must not block; what it throws goes to the loop's hook for uncaught errors.
    /// - Returns: `false` if the loop has ended, and `body` never runs.
    @discardableResult
    public func post(
        fileID: StaticString = #fileID, line: Int = #line, _ body: @escaping @Sendable () throws -> Void
    ) -> Bool {
        core.enqueue(core.entry(for: body, fileID, line))
    }

    /// Calls `body` once, when the loop's time has reached `deadline`, never before.
    ///
    /// Equal deadlines are met in the order of the calls. A past deadline means the next turn. Must be called on the
    /// loop. Arming costs O(log n), cancelling O(1), and a cancelled call takes no memory for long.
    @discardableResult
    public func callAt(
        _ deadline: Instant, fileID: StaticString = #fileID, line: Int = #line, _ body: @escaping () throws -> Void
    ) -> ScheduledCallback {
        preconditionOnLoop()
        let timer = LoopTimer(deadline: deadline)
        timer.action = .call(body)
        if core.slowThreshold != nil { timer.place = CallPlace(fileID, line) }
        core.timers.arm(timer)
        return ScheduledCallback(timer: timer, core: core)
    }

    /// Calls `body` once, when `delay` has passed, never before; otherwise as ``callAt(_:fileID:line:_:)``.
    /// - Parameter delay: zero or less means the next turn.
    @discardableResult
    public func callLater(
        after delay: Duration, fileID: StaticString = #fileID, line: Int = #line, _ body: @escaping () throws -> Void
    ) -> ScheduledCallback {
        callAt(core.driver.now.advanced(by: delay), fileID: fileID, line: line, body)
    }

    /// `callSoon` for a callback that a ``LoopScheduler`` may order freely among all others, under a number of its own.
    ///
    /// For simulations of what is no task, such as the threads of a pool. Without a scheduler it is `callSoon`.
    package func callIndependently(as number: Int, _ body: @escaping () throws -> Void) {
        preconditionOnLoop()
        core.ready.append(.step(IndependentStep(number: number, body: body)))
    }

    func preconditionOnLoop() {
        precondition(core.isCurrent, offLoop(core))
    }
}

/// A callback that waits for its time; see ``EventLoop/callAt(_:fileID:line:_:)``. Dropping it cancels nothing.
public struct ScheduledCallback {
    let timer: LoopTimer
    let core: LoopEngine

    /// When the callback is due.
    public var deadline: EventLoop.Instant { timer.deadline }

    /// Withdraws the callback and lets go of what it captured. Must be called on the loop.
    /// - Returns: `true` if it has not run and never will.
    @discardableResult
    public func cancel() -> Bool {
        precondition(core.isCurrent, offLoop(core))
        if case .call = core.timers.cancel(timer) { return true }
        return false
    }
}

func offLoop(_ core: LoopEngine) -> String {
    "this must be called on the event loop '\(core.name)': use `loop.post { … }` from other threads"
}
