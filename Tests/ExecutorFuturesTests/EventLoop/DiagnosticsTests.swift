import Testing

@testable import ExecutorFutures

/// What a loop tells of itself.
@Suite struct DiagnosticsTests {
    /// Every entry is slow, so that no test has to wait.
    private func slowEvents(_ body: @escaping @Sendable (EventLoop) async throws -> Void) throws -> [String] {
        let told = Locked<[String]>([])
        let configuration = EventLoop.Configuration(slowThreshold: .zero) { event in
            if case .slow(let culprit, _, "loop") = event { told.change { $0.append("\(culprit)") } }
        }
        try EventLoop.run(configuration: configuration, body)
        return told.value
    }

    @Test func aSlowTaskIsToldByItsNameAndPlace() throws {
        let line = #line + 2
        let told = try slowEvents { loop in
            try await loop.spawn(name: "indexer") { await loop.yield() }.value
        }
        // Both pieces, the last one included, after which the task has ended.
        let own = told.filter { $0 == "a piece of task indexer (\(#fileID):\(line))" }
        #expect(own.count == 2, "\(told)")
        #expect(told.contains { $0.hasPrefix("a piece of task main (") })
    }

    @Test func aSlowCallbackIsToldByThePlaceOfTheCall() throws {
        let pipe = try TestPipe()
        let line = #line + 2
        let told = try slowEvents { loop in
            loop.callSoon {}
            loop.callLater(after: .zero) {}
            loop.post {}
            let registration = try loop.onWritable(pipe.writer) {}
            try await loop.sleep(for: .milliseconds(1))
            registration.cancel()
        }
        for offset in 0..<4 {
            let place = "a callback queued at \(#fileID):\(line + offset)"
            #expect(told.contains(place), "\(place) is not in \(told)")
        }
    }

    @Test func aSlowActorIsToldWithItsTask() throws {
        let told = try slowEvents { loop in
            let pinned = Pinned(loop)
            _ = try await loop.spawn(name: "caller") { await pinned.isOnLoop() }.value
        }
        #expect(told.contains { $0.hasPrefix("a piece of an actor's method, in task caller (") }, "\(told)")
    }

    @Test func aTaskThatWasNotSpawnedIsToldAsSuch() throws {
        let told = try slowEvents { loop in await Task(executorPreference: loop.taskExecutor) {}.value }
        #expect(told.contains("a piece of task that was not spawned on the loop"), "\(told)")
    }

    @Test func whatIsFastIsNotTold() throws {
        let configuration = EventLoop.Configuration(slowThreshold: .seconds(1000)) { Issue.record("\($0)") }
        try EventLoop.run(configuration: configuration) { loop in await loop.yield() }
        #expect(configuration.slowThreshold == .seconds(1000))
    }

    @Test func aWatchTellsAStallOnceAndItsEnd() {
        var watch = StallWatch(threshold: .milliseconds(100))
        var told: [String] = []
        func look(_ milliseconds: Int64, turn: Int, isAsleep: Bool = false) {
            let now = EventLoop.Instant(nanoseconds: milliseconds * 1_000_000)
            if let event = watch.look(turn: turn, isAsleep: isAsleep, now: now, loop: "l") {
                switch event {
                case .stalled(let duration, _): told.append("stalled \(duration)")
                case .stallEnded(let duration, _): told.append("ended \(duration)")
                default: told.append("\(event)")
                }
            }
        }
        look(0, turn: 1)
        look(50, turn: 1)
        #expect(told.isEmpty)
        look(100, turn: 1)
        look(150, turn: 1)
        look(200, turn: 2)
        #expect(told == ["stalled 0.1 seconds", "ended 0.2 seconds"])
        look(300, turn: 2, isAsleep: true)
        look(900, turn: 2, isAsleep: true)
        look(950, turn: 3)
        #expect(told.count == 2)
    }

    @Test func theMonitorTellsAStallWhileItLasts() async throws {
        let gate = Gate()
        let told = Promise<Void>()
        let ended = Promise<Void>()
        let configuration = EventLoop.Configuration(stallThreshold: .milliseconds(2)) { event in
            switch event {
            case .stalled(_, "held"): told.fulfill()
            case .stallEnded(_, "held"): ended.fulfill()
            default: break
            }
        }
        let loop = try EventLoop.onOwnThread(name: "held", configuration: configuration)
        loop.post { gate.pass() }
        try await told.future.value
        gate.open()
        try await ended.future.value
        await loop.shutdown()
    }

    @Test func aTaskThatOutlivesTheLoopIsTold() async throws {
        let told = Promise<Void>()
        let configuration = EventLoop.Configuration { event in
            if case .lostJob("early") = event { told.fulfill() }
        }
        let loop = try EventLoop.onOwnThread(name: "early", configuration: configuration)
        let pinned = Pinned(loop)
        await loop.shutdown()
        Task { _ = await pinned.isOnLoop() }
        try await told.future.value
        #expect(loop.isShutDown)
    }

    @Test func countersAndDumpSayWhatWasAndIs() throws {
        let loop = try EventLoop(name: "counted", configuration: .init(time: .virtual))
        loop.spawn(name: "waits") { try await loop.sleep(for: .seconds(1)) }
        loop.post { loop.callSoon {} }
        loop.post { loop.stop() }
        try loop.run()
        let numbers = loop.statistics
        #expect(numbers == EventLoop.Statistics(jobs: 1, callbacks: 2, received: 3, wakeUps: 0, tasks: 1))
        let dump = loop.dump().split(separator: "\n")
        #expect(dump.count == 2)
        #expect(dump[0].hasPrefix("event loop 'counted': asleep, 1 jobs and 2 callbacks run, 3 received"))
        #expect(dump[1].hasPrefix("  task waits (\(#fileID):"))
        try loop.run()
        #expect(loop.statistics.tasks == 0)
    }

    @Test func eventsAreReadable() {
        let events: [EventLoop.Event] = [
            .slow(.callback("F.swift:3"), took: .seconds(1), loop: "a"), .slow(.callback(nil), took: .zero, loop: "a"),
            .stalled(for: .seconds(2), loop: "a"), .stallEnded(after: .seconds(3), loop: "a"),
            .uncaughtError(Failure(number: 4), loop: "a"), .lostJob(loop: "a"),
        ]
        let expected = [
            "a callback queued at F.swift:3 took 1.0 seconds", "a callback took", "2.0", "3.0", "number: 4",
        ]
        for (event, part) in zip(events, expected) {
            #expect(event.description.hasPrefix("event loop 'a': "))
            #expect(event.description.contains(part))
        }
    }
}
