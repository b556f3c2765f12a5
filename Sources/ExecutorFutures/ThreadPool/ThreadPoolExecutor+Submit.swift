/// Single jobs.
extension ThreadPoolExecutor {
    @inlinable
    public func submit<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) -> Future<Value> {
        let job = FutureJob(priority: priority, pool: pool, work: work)
        offer(job)
        return job
    }

    /// Offers a job that is not made of a closure, as a simulation's may be.
    @usableFromInline
    package func offer(_ job: any PoolJob) {
        switch pool.submit(job) {
        case .queued, .waitingForRoom, .cancelled: break
        case .refused(.queueFull) where whenFull == .runInPlace && ThreadOwner.mayHoldThread:
            if let error = pool.runInPlace(job) { job.abandon(error) }
        case .refused(let error): job.abandon(error)
        }
    }

    public nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value> {
        guard hasLimit else { return submit(priority: priority, work) }
        let job = FutureJob(priority: priority, pool: pool, work: work)
        await job.waitForRoom {
            switch pool.add(job, offerOfTasks) {
            case .waitingForRoom: return true
            case .queued, .cancelled: return false
            case .refused(let error):
                job.abandon(error)
                return false
            }
        }
        return job
    }

    /// What a task does at a full queue: all but `fail` mean that it suspends.
    var offerOfTasks: PoolState.Offer {
        whenFull == .fail ? .now : .whenRoom
    }
}
