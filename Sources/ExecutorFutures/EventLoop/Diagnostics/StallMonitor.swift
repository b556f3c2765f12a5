import Synchronization

/// A thread that looks at a loop's pulse and tells when it stands still.
///
/// It is cheap enough for production: the loop pays a few plain stores per turn, which is up to 64 entries, and the
/// monitor wakes four times per threshold. So a stall is seen between one and 1.25 thresholds after it has begun.
final class StallMonitor: Sendable {
    private let isStopped = ConditionLock(false)

    /// Starts watching until `stop()`.
    /// - Parameters:
    ///   - threshold: less than a millisecond means one.
    ///   - report: called on the monitor's thread.
    /// - Throws: the system's error number if it gives no thread.
    init(
        _ pulse: LoopPulse, of loop: String, threshold: Duration, report: @escaping @Sendable (EventLoop.Event) -> Void
    ) throws(EventLoopError) {
        let threshold = max(threshold, .milliseconds(1))
        let start = ThreadStart(name: "\(loop)-stalls", stackSize: 256 << 10) { [isStopped] in
            var watch = StallWatch(threshold: threshold)
            while !isStopped.sleep(threshold / 4) {
                let event = watch.look(
                    turn: pulse.turns.load(ordering: .relaxed), isAsleep: pulse.isAsleep.load(ordering: .relaxed),
                    now: .monotonic, loop: loop)
                if let event { report(event) }
            }
        }
        let code = start()
        if code != 0 { throw .cannotStartThread(loop: loop, code: code) }
    }

    func stop() {
        isStopped.withLock { $0 = true }
        isStopped.broadcast()
    }
}

/// What a monitor concludes from one look after another.
struct StallWatch {
    let threshold: Duration
    private var lastTurn = -1
    private var lastChange = EventLoop.Instant.past
    private var isStalled = false

    init(threshold: Duration) { self.threshold = threshold }

    mutating func look(turn: Int, isAsleep: Bool, now: EventLoop.Instant, loop: String) -> EventLoop.Event? {
        let stood = lastChange.duration(to: now)
        if turn != lastTurn || isAsleep {
            (lastTurn, lastChange) = (turn, now)
            guard isStalled else { return nil }
            isStalled = false
            return .stallEnded(after: stood, loop: loop)
        }
        guard !isStalled, stood >= threshold else { return nil }
        isStalled = true
        return .stalled(for: stood, loop: loop)
    }
}

extension ConditionLock<Bool> {
    /// Waits for the value to become `true`, for at most `limit`.
    fileprivate func sleep(_ limit: Duration) -> Bool {
        wait(sleepingAtMost: limit) { value, timedOut in value || timedOut ? value : nil }
    }
}
