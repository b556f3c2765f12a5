import Testing

@testable import Verdicts

/// Semaphores, groups, queues and locks are shared resources; waits without another side are waits for time.
struct WaitingTests {
    static let cases: [(code: String, flagged: String, steps: String)] = [
        // Semaphores.
        (
            "let gate = DispatchSemaphore(value: 0); Task { gate.signal() }; gate.wait()", "wait",
            "start t0 on pool { signal gate }; wait gate"
        ),
        ("let gate = DispatchSemaphore(value: 0); gate.wait()", "wait", "block gate"),
        ("let gate = DispatchSemaphore(value: 1); gate.wait(); gate.signal()", "wait", "wait gate; signal gate"),
        ("sharedGate.wait(); sharedGate.signal()", "wait", "wait sharedGate; signal sharedGate"),
        ("handed.wait(); handed.signal()", "wait", "block DispatchSemaphore.wait()"),
        ("open(sharedGate); sharedGate.wait()", "wait", "signal sharedGate; wait sharedGate"),
        (
            "_ = sharedGate.wait(timeout: .now() + 5); sharedGate.signal()", "wait",
            "wait sharedGate for a time; signal sharedGate"
        ),
        (
            "sharedGate.wait(); sharedGate.signal(); sleep(1)", "sleep",
            "suspend on sharedGate; signal sharedGate; block sleep(_:)"
        ),
        // Groups and queues.
        (
            "let group = DispatchGroup(); queue.async(group: group) { sleep(1) }; group.wait()", "wait",
            "enter group; start on queue { signal group }; wait group"
        ),
        (
            "let group = DispatchGroup(); group.enter(); Task { group.leave() }; group.wait()", "wait",
            "enter group; start t0 on pool { signal group }; wait group"
        ),
        ("queue.async { sleep(1) }", "sleep", "start on queue { block sleep(_:) }"),
        ("DispatchQueue.global().async { sleep(1) }", "sleep", "start on global { block sleep(_:) }"),
        ("let q = DispatchQueue.global(); q.async { sleep(1) }", "sleep", "start on global { block sleep(_:) }"),
        ("DispatchQueue.main.async { sleep(1) }", "sleep", "start on main { block sleep(_:) }"),
        ("DispatchQueue.main.sync {}", "sync", "sync on main { block jobs that the queue has already }"),
        // Locks.
        ("lock.lock(); lock.unlock()", "lock", "acquire lock; release lock"),
        ("lock.lock(); defer { lock.unlock() }; await g()", "lock", "acquire lock; suspend; release lock"),
        ("lock.lock(); sleep(1); lock.unlock()", "lock", "acquire lock; block sleep(_:); release lock"),
        ("lock.lock(); lock.unlock(); sleep(1)", "lock", "acquire lock; release lock"),
        ("lock.withLock { sleep(1) }", "sleep", "acquire lock; block sleep(_:); release lock"),
        ("lock.lock()", "lock", "block lock"),
        ("lock.lock(); sleep(1)", "sleep", "nothing; block sleep(_:)"),
        ("flock(3, LOCK_EX); flock(3, LOCK_UN)", "flock", "block flock(_:_:)"),
    ]

    @Test(arguments: cases)
    func waitsAreOnWhatTheSourceNames(_ code: String, _ flagged: String, _ steps: String) async throws {
        let source = """
            let sharedGate = DispatchSemaphore(value: 2)
            let queue = DispatchQueue(label: "queue")
            let lock = NSLock()
            func g() async {}
            func open(_ gate: DispatchSemaphore) { gate.signal() }
            func f(_ handed: DispatchSemaphore) async { \(code) }
            """
        let text = try await LinkedSource.with(source) { try $0.blueprint(flagging: try $0.call(flagged)).text }
        #expect(text == steps, "\(code)")
    }

    static let remedies: [(code: String, flagged: String, remedy: ScenarioLowering.Remedy, steps: String)] = [
        ("sleep(1)", "sleep", .offload, "run on threads { block sleep(_:) }"),
        ("sleep(1)", "sleep", .suspend, "suspend"),
        ("sharedGate.wait(); sharedGate.signal()", "wait", .suspend, "suspend on sharedGate; signal sharedGate"),
        ("lock.lock(); await g(); lock.unlock()", "lock", .suspend, "suspend on lock; suspend; signal lock"),
        (
            "lock.lock(); sleep(1); lock.unlock()", "lock", .suspend,
            "suspend on lock; run on threads { block sleep(_:) }; signal lock"
        ),
        ("Task.detached { sleep(1) }", "detached", .offload, "start t0 on threads { block sleep(_:) }"),
        ("helper()", "helper", .offload, "run on threads { block sleep(_:) }"),
        ("helper()", "helper", .suspend, "suspend"),
    ]

    @Test(arguments: remedies)
    func aRemedyChangesTheFlaggedPlaceAlone(
        _ code: String, _ flagged: String, _ remedy: ScenarioLowering.Remedy, _ steps: String
    ) async throws {
        let source = """
            let sharedGate = DispatchSemaphore(value: 1)
            let lock = NSLock()
            func g() async {}
            func helper() { sleep(1) }
            func f() async { \(code) }
            """
        let text = try await LinkedSource.with(source) { source in
            try source.blueprint(flagging: try source.call(flagged, flagged == "sleep" ? 1 : 0), remedy).text
        }
        #expect(text == steps, "\(code)")
    }
}
