/// How long things took in one run, in virtual time.
public struct Measurements: Sendable, Hashable {
    /// From the start until the last task finished.
    public var makespan: Duration
    /// Tasks that finished.
    public var finishedTasks: Int
    /// How late a heartbeat was, for each group of threads that serves others' jobs: the cooperative pool, the main
    /// thread, event loops. In the order in which the scenario uses them.
    public var stalls: [Stall]
    /// One for each thread pool of the scenario.
    public var threadPools: [ThreadPoolUse]

    /// Finished tasks per second of virtual time; 0 if no time went by.
    public var throughput: Double {
        makespan > .zero ? Double(finishedTasks) / (makespan / .seconds(1)) : 0
    }

    /// The longest time for which a job that was ready had to wait for a thread.
    public var longestStall: Duration { stalls.map(\.longest).max() ?? .zero }

    /// The lateness of a heartbeat on one group of threads.
    public struct Stall: Sendable, Hashable {
        public var group: ThreadID.Group
        public var median: Duration
        public var p99: Duration
        public var longest: Duration
    }

    /// How busy a thread pool was.
    public struct ThreadPoolUse: Sendable, Hashable {
        public var name: String
        /// Jobs that began.
        public var jobs: Int
        /// Threads that had a job at the same time.
        public var mostRunning: Int
        /// Jobs that waited for a thread or for room at the same time.
        public var mostQueued: Int
        /// From the submission of a job until it began.
        public var longestWait: Duration
        public var meanWait: Duration
        /// Whether jobs had to wait because all threads were taken.
        public var isSaturated: Bool { longestWait > .zero }
    }
}

extension Machine {
    private func stall(_ probe: StallProbe) -> Measurements.Stall {
        Measurements.Stall(
            group: program.supplies[probe.supply].group, median: probe.stalls.quantile(0.5),
            p99: probe.stalls.quantile(0.99), longest: .nanoseconds(probe.stalls.longest))
    }

    func measurements() -> Measurements {
        Measurements(
            makespan: .nanoseconds(observer.lastFinish), finishedTasks: observer.finishedTasks,
            stalls: observer.probes.indices.map { stall(observer.probes[$0]) },
            threadPools: zip(program.scenario.threadPools, observer.pools).map { model, use in
                Measurements.ThreadPoolUse(
                    name: model.name, jobs: use.jobs, mostRunning: use.mostRunning, mostQueued: use.mostQueued,
                    longestWait: .nanoseconds(use.longestWait),
                    meanWait: .nanoseconds(use.jobs > 0 ? use.totalWait / Int64(use.jobs) : 0))
            })
    }
}
