import ArgumentParser

/// `runtime-bench loop`: callbacks and tasks of one event loop.
struct LoopBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loop", abstract: "Event loops: callbacks, task switches, spawning, futures.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many operations are measured at a time; a multiple of 1000.")
    var count = 50_000

    @Option(help: "How many round trips to a thread are made in each round.")
    var trips = 2_000

    func run() async throws {
        let ours = try OurLoop()
        let nio = NIOLoop()
        let byTaskYield = try OurLoop(usesOwnYield: false)
        var table = Table()
        try await table.add(
            callbacks(ours, nio) + switches(ours, byTaskYield, nio) + spawning(ours, nio) + futures(ours, nio),
            rounds: options.rounds)
        for loop in [ours, byTaskYield, nio] as [any CallbackLoop] { try await loop.shutDown() }
        table.print(options)
    }

    // MARK: Contests

    private func callbacks(_ ours: OurLoop, _ nio: NIOLoop) -> [Contest] {
        [
            Contest(
                name: "callback, each queues the next", unit: .nanoseconds,
                ours: { try await ours.chain(count) },
                others: [.swift("NIO execute") { try await nio.chain(count) }] + pythons("callback-chain", uvloop: 12)),
            Contest(
                name: "callback, 1000 queued at once", unit: .nanoseconds,
                ours: { try await ours.bursts(count) },
                others: [.swift("NIO execute") { try await nio.bursts(count) }] + pythons("callback-bursts", uvloop: 12)
            ),
        ]
    }

    private func switches(_ ours: OurLoop, _ byTaskYield: OurLoop, _ nio: NIOLoop) -> [Contest] {
        [1, 100].flatMap { tasks in
            let name = tasks == 1 ? "one task" : "\(tasks) tasks"
            let swift: [Contest.Peer] = [
                .swift("default executor") { try await DefaultExecutor().switches(count, tasks: tasks) },
                .swift("NIO loop as executor") { try await nio.switches(count, tasks: tasks) },
            ]
            return [
                Contest(
                    name: "task switch by loop.yield, \(name)", unit: .nanoseconds,
                    ours: { try await ours.switches(count, tasks: tasks) },
                    others: swift + pythons("task-switches", tasks: tasks, uvloop: 5)),
                Contest(
                    name: "task switch by Task.yield, \(name)", unit: .nanoseconds,
                    ours: { try await byTaskYield.switches(count, tasks: tasks) }, others: swift),
            ]
        } + [
            Contest(
                name: "Task.yield in an actor pinned to the loop", unit: .nanoseconds,
                ours: { try await ours.actorSwitches(count) },
                others: [.swift("NIO loop as executor") { try await nio.actorSwitches(count) }])
        ]
    }

    private func spawning(_ ours: OurLoop, _ nio: NIOLoop) -> [Contest] {
        [
            Contest(
                name: "spawn and await", unit: .nanoseconds,
                ours: { try await ours.spawns(count) },
                others: [
                    .swift("default executor") { try await DefaultExecutor().spawns(count) },
                    .swift("NIO loop as executor") { try await nio.spawns(count) },
                ] + pythons("spawns")),
            Contest(
                name: "group of 100, per child", unit: .nanoseconds,
                ours: { try await ours.children(count) },
                others: [
                    .swift("default executor") { try await DefaultExecutor().children(count) },
                    .swift("NIO loop as executor") { try await nio.children(count) },
                ] + pythons("gathers")),
        ]
    }

    private func futures(_ ours: OurLoop, _ nio: NIOLoop) -> [Contest] {
        [
            Contest(
                name: "future set by a callback, awaited", unit: .nanoseconds,
                ours: { try await ours.futures(count) },
                others: [.swift("NIO promise") { try await nio.futures(count) }] + pythons("futures")),
            Contest(
                name: "from the loop to a thread and back", unit: .microseconds, aspects: [.p50, .p99],
                ours: { try await ours.threadTrips(trips) },
                others: [.swift("NIO runIfActive") { try await nio.threadTrips(trips) }]
                    + options.pythonLoops("thread-trips", [trips])),
        ]
    }

    private func pythons(_ name: String, tasks: Int? = nil, uvloop times: Double? = nil) -> [Contest.Peer] {
        options.pythonLoops(name, [count] + [tasks].compactMap(\.self), uvloop: times)
    }
}

extension BenchmarkOptions {
    /// A measurement of the peers in Python, on the loop of asyncio and on uvloop.
    func pythonLoops(_ name: String, _ arguments: [Int], uvloop times: Double? = nil) -> [Contest.Peer] {
        let python = PythonPeer(self)
        return [
            .python("asyncio") { python.measure("asyncio-\(name)", arguments) },
            .python("uvloop", times.map { .atLeast($0) } ?? .none) { python.measure("uvloop-\(name)", arguments) },
        ]
    }
}
