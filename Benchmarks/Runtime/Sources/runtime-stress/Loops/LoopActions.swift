import ExecutorFutures

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one task of a ``LoopRound`` does from outside, one random thing after another.
struct LoopActions {
    let loop: EventLoop
    let tally: SharedTally
    let callbacks: CallbackTally
    var random: SeededGenerator
    private var futures: [Future<Int>] = []

    init(loop: EventLoop, tally: SharedTally, callbacks: CallbackTally, random: SeededGenerator) {
        self.loop = loop
        self.tally = tally
        self.callbacks = callbacks
        self.random = random
    }

    mutating func run() async {
        for _ in 0..<Int.random(in: 20...60, using: &random) {
            switch Int.random(in: 0..<1_000, using: &random) {
            case 0..<400: submit()
            case 400..<500: futures.randomElement(using: &random)?.cancel()
            case 500..<600: _ = await futures.randomElement(using: &random)?.result
            case 600..<700: await timeOut()
            case 700..<850: post()
            case 850..<950: armTimers()
            case 950..<998: await Task.yield()
            default: await loop.shutdown()
            }
        }
        for future in futures { _ = await future.result }
    }

    private mutating func submit() {
        let work = LoopWork(
            loop: loop, kind: LoopWork.Kind.allCases.randomElement(using: &random) ?? .yield,
            time: .microseconds(Int.random(in: 0..<300, using: &random)),
            fails: Int.random(in: 0..<10, using: &random) == 0)
        let future = loop.submit { [tally] in
            defer { tally.change { $0.ran += 1 } }
            return try await work.run()
        }
        tally.follow(future)
        futures.append(future)
    }

    private mutating func timeOut() async {
        guard let future = futures.randomElement(using: &random) else { return }
        do {
            _ = try await future.value(timeout: .microseconds(Int.random(in: 0..<300, using: &random)))
        } catch is DeadlineExceeded {
            tally.change { $0.timedOut += 1 }
        } catch {}
    }

    // MARK: Callbacks

    private func post() {
        let (loop, ticket, next) = (loop, CallbackTally.Ticket(callbacks), CallbackTally.Ticket(callbacks))
        loop.post {
            ticket.run()
            loop.callSoon { next.run() }
        }
    }

    /// Arms timers on the loop, of which some are cancelled before they fire and some never fire.
    private mutating func armTimers() {
        let (loop, callbacks) = (loop, callbacks)
        let delays = (0..<8).map { _ in [0, 50, 300, 3_600_000_000].randomElement(using: &random) ?? 0 }
        loop.post {
            let timers = delays.map { delay in
                let ticket = CallbackTally.Ticket(callbacks)
                return loop.callLater(after: .microseconds(delay)) { ticket.run() }
            }
            for timer in timers.prefix(4) { timer.cancel() }
        }
    }
}

/// What a task does on the loop.
struct LoopWork: Sendable {
    enum Kind: CaseIterable {
        case yield, sleep, thread, children, pipe
    }

    var loop: EventLoop
    var kind: Kind
    var time: Duration
    var fails: Bool

    func run() async throws -> Int {
        switch kind {
        case .yield: for _ in 0..<4 { await loop.yield() }
        case .sleep: try await loop.sleep(for: time)
        case .thread: _ = try await loop.toThread { 1 }
        case .children: await children()
        case .pipe: try await waitForPipe()
        }
        if fails { throw JobFailed() }
        return 1
    }

    private func children() async {
        let sum = await withTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await loop.yield()
                    return number
                }
            }
            return await group.reduce(0, +)
        }
        precondition(sum == 28, "eight children gave \(sum)")
    }

    /// Waits for a pipe, into which another task writes about when the time is up.
    private func waitForPipe() async throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw JobFailed() }
        let (readable, writable) = (ends[0], ends[1])
        defer {
            close(readable)
            close(writable)
        }
        async let written: Void = {
            try? await loop.sleep(for: time)
            _ = write(writable, "x", 1)
        }()
        do {
            try await withTimeout(.microseconds(150), clock: loop.clock) { try await loop.waitUntilReadable(readable) }
        } catch is DeadlineExceeded {
            // It came later.
        }
        await written
    }
}
