import NIOCore
import NIOEmbedded
import NIOPosix

/// Timers of NIO: of its event loop, and of the one it has for tests, whose time stands still until it is told.
struct NIOTimers {
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    func armAndCancel(_ count: Int) async throws -> Latencies {
        let loop = group.next()
        return try await loop.submit {
            let stopwatch = Stopwatch()
            let timers = (0..<count).map { loop.scheduleTask(in: .milliseconds(timerDelay($0))) {} }
            for timer in timers { timer.cancel() }
            return Latencies([stopwatch.elapsed.cpu / Double(count)])
        }.get()
    }

    func armAndFire(_ count: Int) throws -> Latencies {
        let loop = EmbeddedEventLoop()
        let stopwatch = Stopwatch()
        let timers = (0..<count).map { loop.scheduleTask(in: .milliseconds(timerDelay($0))) {} }
        loop.advanceTime(by: .milliseconds(timerDelay(0) + 1_000_003))
        let time = stopwatch.elapsed.cpu
        for timer in timers { try timer.futureResult.wait() }
        return Latencies([time / Double(count)])
    }

    func shutDown() async throws { try await group.shutdownGracefully() }
}
