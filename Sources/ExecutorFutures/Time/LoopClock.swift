extension EventLoop {
    /// The time of one loop, real or virtual.
    ///
    /// It fits everywhere that takes a `Clock`: `Task.sleep(for: .seconds(1), clock: loop.clock)`, time-outs, rate
    /// limits. Code that takes its time from here, and nowhere else, runs in virtual time without a change.
    /// May be used from any thread and any task; sleeping on it suspends and holds no thread.
    public struct Clock: _Concurrency.Clock {
        let core: LoopEngine

        /// The loop's time now. About 25 ns in real time, one read of memory in virtual time.
        public var now: Instant { core.driver.now }

        /// One nanosecond. Real time is as exact as the system's timers, which on Linux fire some 50 µs late.
        public var minimumResolution: Duration { .nanoseconds(1) }

        /// Suspends until the loop's time has reached `deadline`, never less; a past one is the next turn.
        ///
        /// - Parameter tolerance: ignored; timers of one loop share one wake-up anyway.
        /// - Throws: `CancellationError` as soon as the task is cancelled, and ``EventLoopError/shutDown(loop:)`` when
        ///   the loop has ended before the deadline.
        public nonisolated(nonsending) func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
            try await core.sleep(until: deadline)
        }
    }

    /// The loop's clock.
    public var clock: Clock { Clock(core: core) }

    /// Suspends the calling task for at least `duration` of the loop's time; zero is a ``yield()``.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled;
    ///   ``EventLoopError/negativeDuration(_:)`` at once if `duration` is below zero, since that is a mistake in a
    ///   calculation. Sleep until an instant, with ``clock``, where a deadline may have passed.
    public nonisolated(nonsending) func sleep(for duration: Duration) async throws {
        guard duration >= .zero else { throw EventLoopError.negativeDuration(duration) }
        if duration == .zero, isCurrent {
            try Task.checkCancellation()
            return await core.yield()
        }
        try await core.sleep(until: core.driver.now.advanced(by: duration))
    }
}

extension LoopEngine {
    nonisolated(nonsending) func sleep(until deadline: EventLoop.Instant) async throws {
        try Task.checkCancellation()
        let timer = LoopTimer(deadline: deadline)
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                if isCurrent { return arm(timer, toResume: continuation) }
                let isTaken = enqueue(.sleeper(timer, continuation))
                if !isTaken { continuation.resume(throwing: EventLoopError.shutDown(loop: name)) }
            }
        } onCancel: {
            // The loop that has closed has resumed the sleeper, or never had it.
            if isCurrent { wakeEarly(timer) } else { enqueue(.call { self.wakeEarly(timer) }) }
        }
    }

    func arm(_ timer: LoopTimer, toResume continuation: UnsafeContinuation<Void, any Error>) {
        // The cancellation of a task may overtake its sleep.
        guard !timer.isOver else { return continuation.resume(throwing: CancellationError()) }
        timer.action = .resume(continuation)
        timers.arm(timer)
    }

    private func wakeEarly(_ timer: LoopTimer) {
        guard case .resume(let continuation) = timers.cancel(timer) else { return }
        continuation.resume(throwing: CancellationError())
    }

    /// Lets everything that is ready run first; must be called on this loop.
    nonisolated(nonsending) func yield() async {
        await withUnsafeContinuation { yielded.append($0) }
    }
}
