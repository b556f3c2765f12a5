#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// The heart of a loop: its queues, and the turns that empty them. The loop, its executors and its clock share it.
///
/// What is declared below "the loop's thread only" must be touched by no other thread; everybody else goes through the
/// inbox. It is unchecked because the compiler cannot see that.
final class LoopEngine: @unchecked Sendable {
    let name: String
    let driver: any LoopDriver
    let inbox = LockedValue(LoopInbox())
    /// Whether the inbox holds anything; changed under its lock, and looked at without.
    private let hasMail = Atomic(false)
    let tasks = LiveTasks()
    let pulse = LoopPulse()
    /// From when on an entry is told as slow; `nil` does not time them.
    let slowThreshold: Duration?
    private let onEvent: (@Sendable (EventLoop.Event) -> Void)?

    // MARK: The loop's thread only
    //
    // Exclusivity is unchecked for what every entry touches: the check is a call into the runtime that costs as much as
    // the entry, and no access here calls code that could come back for the same property.

    @exclusivity(unchecked) var ready = ReadyQueue()
    @exclusivity(unchecked) var timers = TimerQueue()
    /// Tasks that yielded. They are resumed when the job that runs has returned, because a continuation that is resumed
    /// inside its own job goes on at once and lets nobody else run.
    @exclusivity(unchecked) var yielded: [UnsafeContinuation<Void, Never>] = []
    /// Why the run is to end after the entry that runs now.
    @exclusivity(unchecked) var ending: Ending?
    @exclusivity(unchecked) private(set) var jobsRun = 0
    @exclusivity(unchecked) private(set) var callbacksRun = 0
    var descriptors = DescriptorTable()
    /// The loop, for as long as it runs.
    var runner: EventLoop?
    private var choices: ScheduledChoices?
    /// Changes places with the inbox's array, so that mail is neither copied nor allocated anew.
    private var mail: [ReadyEntry] = []
    /// Whether nothing has run since the descriptors were looked at, which happens whenever the loop has slept.
    private var hasJustLooked = false
    /// Whether the inbox was told that the loop sleeps, and not that it has woken up.
    private var isThoughtAsleep = false

    /// Why a run ended.
    enum Ending {
        /// What was awaited is there.
        case done
        case stopped
        /// Nothing can happen any more; virtual time only.
        case stuck
        /// The scheduler gave up.
        case abandoned
    }

    init(name: String, configuration: EventLoop.Configuration) throws(EventLoopError) {
        self.name = name
        driver = try configuration.time.makeDriver(name: name)
        slowThreshold = configuration.slowThreshold
        onEvent = configuration.onEvent
        choices = configuration.scheduler.map { ScheduledChoices($0) }
    }

    // MARK: Giving it something to run

    /// Queues an entry, from any thread; it never runs inside this call.
    /// - Returns: `false` if the loop has closed, and the entry was dropped.
    @discardableResult
    func enqueue(_ entry: consuming ReadyEntry) -> Bool {
        if isCurrent {
            ready.append(entry)
            return true
        }
        return send(entry, endsOutsideWork: false)
    }

    /// Queues a piece of a task. An executor cannot refuse one, so what comes after the end is lost, and that is told.
    func enqueueJob(_ job: consuming ReadyEntry) {
        if !enqueue(job) { report(.lostJob(loop: name)) }
    }

    /// Queues an entry through the inbox, and wakes the loop only if it sleeps.
    func send(_ entry: ReadyEntry, endsOutsideWork: Bool) -> Bool {
        // The wake-up is sent under the lock: the loop closes under it too, and then the driver's descriptors are gone.
        inbox.withLock { inbox in
            if endsOutsideWork { inbox.outsideWork -= 1 }
            guard inbox.phase != .closed else { return false }
            inbox.entries.append(entry)
            inbox.received += 1
            hasMail.store(true, ordering: .releasing)
            if inbox.isAsleep {
                inbox.isAsleep = false
                inbox.wakeUps += 1
                driver.wake()
            }
            return true
        }
    }

    // MARK: Turns

    /// How many entries run between two looks at the timers and the descriptors.
    private static let entriesPerTurn = 64

    /// Runs until something ends the run.
    func runUntilEnding(as executors: LoopExecutors) -> Ending {
        pulse.isAsleep.store(false, ordering: .relaxed)
        defer { pulse.isAsleep.store(true, ordering: .relaxed) }
        var turn = pulse.turns.load(ordering: .relaxed)
        while true {
            turn &+= 1
            pulse.turns.store(turn, ordering: .relaxed)
            takeMail()
            queueDueTimers()
            if ready.isEmpty, ending == nil {
                if !waitForSomething() { return .stuck }
                continue
            }
            if descriptors.isInUse, !hasJustLooked { lookAtDescriptors() }
            hasJustLooked = false
            runTurn(as: executors)
            if let ending {
                self.ending = nil
                return ending
            }
        }
    }

    private func runTurn(as executors: LoopExecutors) {
        for _ in 0..<Self.entriesPerTurn where ending == nil {
            // What comes from other threads stands behind what is ready now, not behind what that makes ready.
            takeMail()
            guard let entry = next() else { break }
            if let slowThreshold {
                runTimed(entry, limit: slowThreshold, as: executors)
            } else {
                run(entry, as: executors)
            }
        }
        pulse.jobs.store(jobsRun, ordering: .relaxed)
        pulse.callbacks.store(callbacksRun, ordering: .relaxed)
    }

    /// From now on first in, first out.
    func forgetScheduler() { choices = nil }

    private func next() -> ReadyEntry? {
        guard choices != nil, !ready.isEmpty else { return ready.popFirst() }
        guard let position = choices?.next(in: &ready) else {
            ending = .abandoned
            return nil
        }
        return ready.remove(at: position)
    }

    func run(_ entry: consuming ReadyEntry, as executors: LoopExecutors) {
        switch consume entry {
        case .taskJob(let job, _):
            jobsRun &+= 1
            job.runSynchronously(on: executors.task)
        case .actorJob(let job, _):
            jobsRun &+= 1
            job.runSynchronously(isolatedTo: executors.serial, taskExecutor: executors.task)
        case .call(let body): call(body)
        case .placedCall(let callback): call(callback.body)
        case .timer(let timer):
            if case .call(let body) = timer.take() { call(body) }
        case .sleeper(let timer, let continuation): arm(timer, toResume: continuation)
        case .descriptor(let handler):
            handler.isQueued = false
            if let body = handler.bodyIfActive { call(body) }
        case .step(let step): call(step.body)
        }
        if !yielded.isEmpty { resumeYielded() }
    }

    private func call(_ body: () throws -> Void) {
        callbacksRun &+= 1
        do { try body() } catch { report(.uncaughtError(error, loop: name)) }
    }

    func report(_ event: EventLoop.Event) {
        if let onEvent { return onEvent(event) }
        // Not `stderr`, which is a variable that any thread may change.
        let line = "\(event)\n"
        _ = write(2, line, line.utf8.count)
    }

    private func resumeYielded() {
        for continuation in yielded { continuation.resume() }
        yielded.removeAll(keepingCapacity: true)
    }

    // MARK: Between turns

    func takeMail() {
        guard isThoughtAsleep || hasMail.load(ordering: .acquiring) else { return }
        inbox.withLock { inbox in
            inbox.isAsleep = false
            swap(&inbox.entries, &mail)
            hasMail.store(false, ordering: .relaxed)
        }
        isThoughtAsleep = false
        for entry in mail { ready.append(entry) }
        mail.removeAll(keepingCapacity: true)
    }

    private func queueDueTimers() {
        guard timers.count > 0 else { return }
        let now = driver.now
        while let timer = timers.popDue(at: now) {
            switch timer.action {
            case .call: ready.append(.timer(timer))
            case .resume(let continuation):
                _ = timer.take()
                continuation.resume()
            case .none: break
            }
        }
    }

    private func lookAtDescriptors() {
        _ = driver.wait(until: .past, workIsOutside: false) { self.queueHandlers(of: $0, $1) }
    }

    /// - Returns: `false` if nothing can ever happen.
    private func waitForSomething() -> Bool {
        let workIsOutside: Bool? = inbox.withLock { inbox in
            guard inbox.entries.isEmpty else { return nil }
            let workIsOutside = inbox.outsideWork > 0
            inbox.isAsleep = workIsOutside || !driver.isVirtual
            isThoughtAsleep = inbox.isAsleep
            return workIsOutside
        }
        guard let workIsOutside else { return true }
        let deadline = timers.nextDeadline()
        pulse.isAsleep.store(true, ordering: .relaxed)
        defer {
            pulse.isAsleep.store(false, ordering: .relaxed)
            hasJustLooked = true
        }
        return driver.wait(until: deadline, workIsOutside: workIsOutside) { self.queueHandlers(of: $0, $1) }
    }

    private func queueHandlers(of descriptor: Int32, _ interest: DescriptorInterest) {
        for handler in descriptors.handlersToRun(descriptor, interest, driver: driver) {
            ready.append(.descriptor(handler))
        }
    }
}
