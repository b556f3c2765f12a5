/// The end of a loop, and loops with a thread of their own.
extension EventLoop {
    /// Makes a loop and runs it on a new thread until ``shutdown()`` or ``stop()``, which is the same here.
    ///
    /// The loop lives until then, also if nobody holds a reference. In virtual time it ends as soon as nothing can happen,
    /// so such a loop wants to be run by whoever gives it work.
    /// - Parameters:
    ///   - name: of the thread too (Linux shows the last 15 bytes).
    ///   - stackSize: of the thread, in bytes; deep recursion on the loop needs much of it.
    /// - Throws: ``EventLoopError/noDescriptors(loop:code:)``, ``EventLoopError/cannotStartThread(loop:code:)``.
    public static func onOwnThread(
        name: String = "loop", stackSize: Int = ThreadPoolExecutor.defaultStackSize,
        configuration: Configuration = Configuration()
    ) throws(EventLoopError) -> EventLoop {
        let loop = try EventLoop(name: name, configuration: configuration)
        loop.core.inbox.withLock { inbox in
            inbox.phase = .reserved
            inbox.isBoundToWindUp = true
        }
        let start = ThreadStart(name: name, stackSize: stackSize) { loop.serve() }
        let code = start()
        guard code == 0 else { throw .cannotStartThread(loop: name, code: code) }
        return loop
    }

    /// Cancels the loop's tasks, suspends until they have ended, and ends the loop.
    ///
    /// May be called any number of times. On the loop itself it only asks, because the loop cannot end under its
    /// caller. A loop that nobody runs is closed at once, and what it has queued is dropped.
    public nonisolated(nonsending) func shutdown() async {
        requestShutdown()
        guard !isCurrent else { return }
        _ = await ended.future.resultIgnoringCancellation()
    }

    /// `shutdown` for synchronous code: holds the calling thread until all is over.
    /// - Throws: ``FutureWaitError``, before anything is shut down, on a Swift task and on a loop's thread.
    @available(*, noasync, message: "it would hold the thread of this task: write `await loop.shutdown()`")
    public func shutdownAndWait() throws {
        try ThreadOwner.checkMayWait(for: nil)
        requestShutdown()
        try ended.future.wait()
    }

    /// Whether the loop has ended and takes nothing any more.
    public var isShutDown: Bool { core.inbox.withLock { $0.phase == .closed } }

    private func requestShutdown() {
        if core.askToWindUp() { core.endRun(.stopped) } else { ended.fulfill() }
    }

    /// Runs the loop's tasks to their end, cancelled, and ends the loop.
    func windUp() {
        var hasRunOut: Bool
        repeat {
            // Refused if the loop has ended already, or if it is dropped on the thread of another one.
            hasRunOut = (try? core.occupyThread(for: self) { core.runOutTasks(as: executors) }) ?? false
            // Other threads may spawn tasks up to the last moment.
        } while !core.close(leavingTasks: !hasRunOut)
        dropThreads()
        ended.fulfill()
    }

    private func serve() {
        // The loop was reserved for this thread, so it is not refused.
        try? core.occupyThread(for: self, isReserved: true) {
            // The leftover of a future that somebody awaited is no reason to end.
            while core.runUntilEnding(as: executors) == .done {}
        }
        windUp()
    }

    var executors: LoopExecutors {
        LoopExecutors(
            task: taskExecutor.asUnownedTaskExecutor(), serial: serialExecutor.asUnownedSerialExecutor())
    }
}
