import NIOCore
import NIOPosix

/// An event loop of NIO, as an executor of actors, which it is itself, and of tasks.
struct NIOLoop: CallbackLoop {
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let threads = NIOThreadPool(numberOfThreads: 1)
    private let loop: any EventLoop
    private let executor: NIOTaskExecutor

    init() {
        loop = group.next()
        executor = NIOTaskExecutor(loop)
        threads.start()
    }

    func spawn<Value: Sendable>(
        _ body: sending @escaping () async throws -> Value
    ) -> Task<Value, any Error> {
        Task(executorPreference: executor, operation: body)
    }

    func chain(_ count: Int) async throws -> Latencies {
        try await spawn {
            await cheapest(per: count) {
                await withUnsafeContinuation { Countdown(count, $0).chain(on: loop) }
            }
        }.value
    }

    func bursts(_ count: Int) async throws -> Latencies {
        try await spawn {
            await cheapest(per: count) {
                for _ in 0..<count / 1_000 {
                    await withUnsafeContinuation { continuation in
                        let countdown = Countdown(1_000, continuation)
                        for _ in 0..<1_000 { loop.execute { countdown.step() } }
                    }
                }
            }
        }.value
    }

    func futures(_ count: Int) async throws -> Latencies {
        try await spawn {
            try await cheapest(per: count) {
                for number in 0..<count {
                    let promise = loop.makePromise(of: Int.self)
                    loop.execute { promise.succeed(number) }
                    _ = try await promise.futureResult.get()
                }
            }
        }.value
    }

    func threadTrips(_ count: Int) async throws -> Latencies {
        try await spawn {
            try await latencies(count) { number in
                _ = try await threads.runIfActive(eventLoop: loop) { number }.get()
            }
        }.value
    }

    func actorSwitches(_ count: Int) async throws -> Latencies {
        await Pinned(loop).switches(count)
    }

    func shutDown() async throws {
        try await threads.shutdownGracefully()
        try await group.shutdownGracefully()
    }

    private actor Pinned {
        private let loop: any EventLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

        init(_ loop: any EventLoop) { self.loop = loop }

        func switches(_ count: Int) async -> Latencies {
            await cheapest(per: count) {
                for _ in 0..<count { await Task.yield() }
            }
        }
    }
}

/// A loop of NIO as the preferred executor of tasks. NIO has none, and this is how one is written.
private final class NIOTaskExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension Countdown {
    /// Lets each step queue the next one.
    fileprivate func chain(on loop: any EventLoop) {
        loop.execute {
            if !self.step() { self.chain(on: loop) }
        }
    }
}
