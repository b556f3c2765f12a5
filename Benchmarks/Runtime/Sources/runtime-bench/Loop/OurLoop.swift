import ExecutorFutures

/// Our event loop, on a thread of its own.
struct OurLoop: CallbackLoop {
    private let loop: EventLoop
    private let usesOwnYield: Bool

    /// - Parameter usesOwnYield: whether tasks call `loop.yield()` or `Task.yield()`.
    init(usesOwnYield: Bool = true) throws {
        loop = try .onOwnThread(name: "bench")
        self.usesOwnYield = usesOwnYield
    }

    func spawn<Value: Sendable>(
        _ body: sending @escaping () async throws -> Value
    ) -> Task<Value, any Error> {
        loop.spawn(body)
    }

    nonisolated(nonsending) func yield() async {
        if usesOwnYield { await loop.yield() } else { await Task.yield() }
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
                        for _ in 0..<1_000 { loop.callSoon { countdown.step() } }
                    }
                }
            }
        }.value
    }

    func futures(_ count: Int) async throws -> Latencies {
        try await spawn {
            try await cheapest(per: count) {
                for number in 0..<count {
                    let promise = Promise<Int>()
                    loop.callSoon { promise.fulfill(number) }
                    _ = try await promise.future.value
                }
            }
        }.value
    }

    func threadTrips(_ count: Int) async throws -> Latencies {
        try await spawn {
            try await latencies(count) { number in _ = try await loop.toThread { number } }
        }.value
    }

    func actorSwitches(_ count: Int) async throws -> Latencies {
        await Pinned(loop).switches(count)
    }

    func shutDown() async { await loop.shutdown() }

    private actor Pinned {
        private let loop: EventLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

        init(_ loop: EventLoop) { self.loop = loop }

        func switches(_ count: Int) async -> Latencies {
            await cheapest(per: count) {
                for _ in 0..<count { await Task.yield() }
            }
        }
    }
}

extension Countdown {
    /// Lets each step queue the next one.
    fileprivate func chain(on loop: EventLoop) {
        loop.callSoon {
            if !self.step() { self.chain(on: loop) }
        }
    }
}
