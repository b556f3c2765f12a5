/// Waiting for a future in synchronous code, which holds a thread and is refused where that thread is needed.
extension Future {
    /// Holds the calling thread until the future is done; for synchronous code, such as a command-line tool's.
    ///
    /// It refuses to hold a thread that other work needs. The refusal depends on the place of the call alone, not on
    /// whether the future happens to be done, so that a mistake shows on the first run:
    /// - inside a Swift task, on the main actor or not (a synchronous function called from an `async` one included):
    ///   write `try await value`;
    /// - on the thread of an event loop: write `try await value` in a task, ``whenComplete(_:)`` in a callback;
    /// - on a worker of the executor that the future belongs to, where every worker might end up waiting for a job
    ///   that none is left to run: use ``flatMap(_:)`` or ``whenComplete(_:)``.
    ///
    /// It cannot see two executors whose workers wait for each other, nor a main thread that serves a user interface and
    /// runs a plain callback; waiting there freezes the interface. The main thread of a synchronous program may wait.
    /// - Throws: ``FutureWaitError`` when refused; otherwise what ``value`` throws.
    @available(*, noasync, message: "it would hold the thread of this task: write `try await future.value`")
    public func wait() throws -> Value {
        try waitForResult(atMost: nil).get()
    }

    /// Holds the calling thread until the future is done or `timeout` has passed; see ``wait()``.
    ///
    /// The work is not cancelled when the time has passed; call ``cancel()`` if it should be.
    /// - Parameter timeout: measured on a clock that only goes forward. Zero or less asks without waiting.
    /// - Throws: ``FutureWaitError`` when refused or when the time has passed; otherwise what ``value`` throws.
    @available(*, noasync, message: "it would hold the thread of this task: write `try await future.value`")
    public func wait(timeout: Duration) throws -> Value {
        try waitForResult(atMost: timeout).get()
    }

    func waitForResult(atMost timeout: Duration?) throws -> Result<Value, any Error> {
        try ThreadOwner.checkMayWait(for: worker)
        if let result = resultIfDone { return result }

        let arrived = ConditionLock<Result<Value, any Error>?>(nil)
        let registration = whenComplete { result in
            arrived.withLock { $0 = result }
            arrived.signal()
        }
        guard let timeout else {
            return arrived.wait { result, _ in result }
        }
        let deadline = ContinuousClock.now + timeout
        // One sleep may end early for no reason; the clock then says whether the time has really passed.
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            let result = arrived.wait(sleepingAtMost: left) { result, slept -> Result<Value, any Error>?? in
                if let result { return result }
                return slept || left <= .zero ? .some(nil) : nil
            }
            if let result { return result }
            if ContinuousClock.now >= deadline {
                registration.cancel()
                throw FutureWaitError.timedOut(after: timeout)
            }
        }
    }
}
