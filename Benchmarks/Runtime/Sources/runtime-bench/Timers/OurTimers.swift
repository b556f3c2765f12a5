import ExecutorFutures

/// Timers of our event loop.
struct OurTimers {
    private let loop: EventLoop
    /// Has the thread that runs loops of virtual time.
    private let thread = ThreadPoolExecutor(name: "virtual", maximumThreads: 1)

    init() throws { loop = try .onOwnThread(name: "timers") }

    func armAndCancel(_ count: Int) async throws -> Latencies {
        try await loop.submit {
            let stopwatch = Stopwatch()
            let timers = (0..<count).map { loop.callLater(after: .milliseconds(timerDelay($0))) {} }
            for timer in timers { timer.cancel() }
            return Latencies([stopwatch.elapsed.cpu / Double(count)])
        }.value
    }

    func armAndFire(_ count: Int) async throws -> Latencies {
        try await thread.run {
            try EventLoop.run(configuration: EventLoop.Configuration(time: .virtual)) { loop in
                let stopwatch = Stopwatch()
                await withUnsafeContinuation { continuation in
                    let countdown = Countdown(count, continuation)
                    for number in 0..<count {
                        loop.callLater(after: .milliseconds(timerDelay(number))) { countdown.step() }
                    }
                }
                return Latencies([stopwatch.elapsed.cpu / Double(count)])
            }
        }
    }

    func shutDown() async throws {
        await loop.shutdown()
        await thread.shutdown()
    }
}
