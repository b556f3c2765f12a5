import NIOCore
import NIOPosix

/// `NIOThreadPool` in the two forms that suit: `runIfActive` for one job, `submit` with a callback for many.
struct NIOPool: PoolSubject {
    private let pool: NIOThreadPool

    init(workers: Int) {
        pool = NIOThreadPool(numberOfThreads: workers)
        pool.start()
    }

    func roundTrip(_ number: Int) async throws -> Int {
        try await pool.runIfActive { number }
    }

    func batch(_ count: Int) async -> Int {
        await ResultSlots.sum(count) { results in
            for number in 0..<count { pool.submit { _ in results.fill(number) } }
        }
    }

    func shutDown() async throws { try await pool.shutdownGracefully() }
}

/// `NIOThreadPool` with an `EventLoopFuture` for each job.
struct NIOFuturePool: PoolSubject {
    private let pool: NIOThreadPool
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    init(workers: Int) {
        pool = NIOThreadPool(numberOfThreads: workers)
        pool.start()
    }

    func roundTrip(_ number: Int) async throws -> Int {
        try await pool.runIfActive(eventLoop: group.next()) { number }.get()
    }

    func batch(_ count: Int) async throws -> Int {
        let loop = group.next()
        let futures = (0..<count).map { number in pool.runIfActive(eventLoop: loop) { number } }
        var sum = 0
        for future in futures { sum += try await future.get() }
        return sum
    }

    func shutDown() async throws {
        try await pool.shutdownGracefully()
        try await group.shutdownGracefully()
    }
}
