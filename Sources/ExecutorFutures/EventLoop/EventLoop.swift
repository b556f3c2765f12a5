/// One thread that runs tasks, actors and callbacks one at a time: asyncio's loop for Swift.
///
/// ```swift
/// let page = try EventLoop.run { loop in
///     try await loop.sleep(for: .milliseconds(20))
///     return try await loop.toThread { try String(contentsOf: url) }   // blocks a thread, not the loop
/// }
/// ```
/// A loop serves three kinds of code at once, in one queue:
/// - tasks that prefer it: ``spawn(name:priority:fileID:line:_:)``, or `Task(executorPreference: loop.taskExecutor)`;
/// - actors that are pinned to it, and so share its thread with each other at no cost:
///   `nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }`;
/// - plain callbacks: ``callSoon(fileID:line:_:)``, ``callLater(after:fileID:line:_:)``, ``onReadable(_:startsPaused:fileID:line:_:)``,
///   and ``post(fileID:line:_:)`` from other threads.
///
/// ## What is promised
/// 1. Everything runs on the loop's own thread, one thing at a time; a piece of a task runs until its next `await`.
/// 2. Nothing ever runs inside the call that queues it.
/// 3. What became ready first runs first, callbacks and pieces of tasks alike. What one thread sends runs in the order
///    in which it was sent. Priorities do not change the order.
/// 4. A timer must not fire before its deadline. Equal deadlines fire in the order in which they were armed.
/// 5. A cancelled callback, timer or registration never runs, also when it was ready.
/// 6. A wake-up from another thread is never lost, and is only sent while the loop sleeps.
/// 7. The loop looks at its descriptors, timers and mail at least after every 64 things it ran, so a flood of one kind
///    cannot starve another.
///
/// A ``LoopScheduler`` replaces the third promise: pieces of tasks may then run in any order, while callbacks keep
/// theirs. Time may be virtual: it stands still while anything can run, and then jumps to the next deadline.
///
/// ## What it must not do
/// A loop must not be blocked: everything on it waits for the longest piece. Hand blocking calls to
/// ``toThread(_:)`` or ``run(in:_:)``. `Future.wait` refuses on it.
public final class EventLoop: Sendable {
    /// For messages and the name of the loop's own thread.
    public let name: String
    /// The loop as the preferred executor of tasks.
    public let taskExecutor: EventLoopTaskExecutor
    /// The loop as the executor of actors.
    public let serialExecutor: EventLoopSerialExecutor
    let core: LoopEngine
    private let stallMonitor: StallMonitor?
    private let configuredExecutor: (any FutureExecutor)?
    private let ownExecutor = LockedValue<ThreadPoolExecutor?>(nil)
    /// Done when the loop has ended.
    let ended = Promise<Void>()

    /// How a loop tells the time, chooses what runs, and what it uses.
    public struct Configuration: Sendable {
        /// Real or virtual.
        public var time = Time.real
        /// Chooses what runs next; `nil` means first in, first out, which is also the fastest.
        public var scheduler: (any LoopScheduler)?
        /// Where ``EventLoop/toThread(_:)`` runs its work; `nil` means a ``ThreadPoolExecutor`` that the loop makes
        /// when it is first needed and shuts down at its end. An executor given here is not shut down.
        public var defaultExecutor: (any FutureExecutor)?
        /// Debug mode: times everything the loop runs, and tells what held it for this long or longer
        /// (``Event/slow(_:took:loop:)``). `nil`, the default, times nothing; timing costs some 50 ns each.
        public var slowThreshold: Duration?
        /// Production: a thread beside the loop tells when it stands still for this long
        /// (``Event/stalled(for:loop:)``), also while it still does. It costs the loop about a nanosecond per turn.
        /// `nil`, the default, has no such thread; neither has virtual time.
        public var stallThreshold: Duration?
        /// Hears of errors that nobody catches, and of slow and stalled loops; `nil` writes a line to standard error.
        ///
        /// The place to feed swift-log or swift-metrics. Called on the loop's thread or the monitor's, so it must be
        /// short.
        public var onEvent: (@Sendable (Event) -> Void)?

        public init(
            time: Time = .real, scheduler: (any LoopScheduler)? = nil, defaultExecutor: (any FutureExecutor)? = nil,
            slowThreshold: Duration? = nil, stallThreshold: Duration? = nil,
            onEvent: (@Sendable (Event) -> Void)? = nil
        ) {
            self.time = time
            self.scheduler = scheduler
            self.defaultExecutor = defaultExecutor
            self.slowThreshold = slowThreshold
            self.stallThreshold = stallThreshold
            self.onEvent = onEvent
        }
    }

    /// Makes a loop that runs when a thread calls ``run()`` or ``run(until:)``; until then it collects.
    ///
    /// Most programs want ``run(name:configuration:fileID:line:_:)`` or ``onOwnThread(name:stackSize:configuration:)``.
    /// - Throws: ``EventLoopError/noDescriptors(loop:code:)`` if the system has none left.
    public init(name: String = "loop", configuration: Configuration = Configuration()) throws(EventLoopError) {
        self.name = name
        core = try LoopEngine(name: name, configuration: configuration)
        taskExecutor = EventLoopTaskExecutor(core: core)
        serialExecutor = EventLoopSerialExecutor(core: core)
        configuredExecutor = configuration.defaultExecutor
        if let threshold = configuration.stallThreshold, configuration.time == .real {
            let core = core
            stallMonitor = try StallMonitor(core.pulse, of: name, threshold: threshold) { core.report($0) }
        } else {
            stallMonitor = nil
        }
    }

    deinit {
        core.close(leavingTasks: true)
        stallMonitor?.stop()
    }

    /// The loop that runs on the calling thread, if any.
    public static var current: EventLoop? { LoopEngine.current?.runner }

    /// Whether the calling thread runs this loop.
    public var isCurrent: Bool { core.isCurrent }

    /// Where ``toThread(_:)`` runs its work; see ``Configuration/defaultExecutor``.
    public var defaultExecutor: any FutureExecutor {
        if let configuredExecutor { return configuredExecutor }
        return ownExecutor.withLock { executor in
            if let executor { return executor }
            let new = ThreadPoolExecutor(name: "\(name)-threads")
            executor = new
            return new
        }
    }

    /// Lets the threads beside the loop end: the monitor, and the executor that the loop has made.
    func dropThreads() {
        stallMonitor?.stop()
        let executor = ownExecutor.withLock { $0.take() }
        withExtendedLifetime(executor) {}
    }
}
