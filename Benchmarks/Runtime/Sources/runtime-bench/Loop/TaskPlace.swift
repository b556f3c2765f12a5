/// A place where tasks run.
protocol TaskPlace: Sendable {
    /// Starts a task there.
    func spawn<Value: Sendable>(
        _ body: sending @escaping () async throws -> Value
    ) -> Task<Value, any Error>

    /// Lets other tasks of the place run.
    nonisolated(nonsending) func yield() async
}

extension TaskPlace {
    nonisolated(nonsending) func yield() async { await Task.yield() }

    /// The time that a task needs to go to the end of the queue and come back, when so many share the place.
    func switches(_ count: Int, tasks: Int) async throws -> Latencies {
        try await spawn {
            await cheapest(per: count) {
                guard tasks > 1 else { return await yieldTimes(count) }
                await withDiscardingTaskGroup { group in
                    for _ in 0..<tasks { group.addTask { await yieldTimes(count / tasks) } }
                }
            }
        }.value
    }

    private nonisolated(nonsending) func yieldTimes(_ count: Int) async {
        for _ in 0..<count { await yield() }
    }

    /// The time of a task that is started from another and awaited.
    func spawns(_ count: Int) async throws -> Latencies {
        try await spawn {
            try await cheapest(per: count) {
                for _ in 0..<count { try await spawn {}.value }
            }
        }.value
    }

    /// The time of one child task in a group of a hundred.
    func children(_ count: Int) async throws -> Latencies {
        try await spawn {
            await cheapest(per: count) {
                for _ in 0..<count / 100 {
                    await withTaskGroup(of: Int.self) { group in
                        for number in 0..<100 { group.addTask { number } }
                        await group.waitForAll()
                    }
                }
            }
        }.value
    }
}

/// The cooperative pool.
struct DefaultExecutor: TaskPlace {
    func spawn<Value: Sendable>(
        _ body: sending @escaping () async throws -> Value
    ) -> Task<Value, any Error> {
        Task.detached(operation: body)
    }
}

/// A loop of callbacks, which also runs tasks.
protocol CallbackLoop: TaskPlace {
    /// The time of a callback, when each queues the next.
    func chain(_ count: Int) async throws -> Latencies

    /// The time of a callback, when a thousand are queued at once.
    func bursts(_ count: Int) async throws -> Latencies

    /// The time of a future that a callback fulfils and a task awaits.
    func futures(_ count: Int) async throws -> Latencies

    /// The latencies of work that a task of the loop hands to a thread and awaits.
    func threadTrips(_ count: Int) async throws -> Latencies

    /// The time of a yield in an actor that is pinned to the loop.
    func actorSwitches(_ count: Int) async throws -> Latencies

    func shutDown() async throws
}
