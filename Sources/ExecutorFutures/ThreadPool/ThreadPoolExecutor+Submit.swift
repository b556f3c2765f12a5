/// Single jobs.
extension ThreadPoolExecutor {
    public func submit<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) -> Future<Value> {
        let job = FutureJob(priority: priority, threads: threads, work: work)
        switch threads.add(job, .now) {
        case .queued, .waitingForRoom, .cancelled: break
        case .refused(.queueFull) where whenFull == .runInPlace && !isOnTask:
            if let error = threads.runInPlace(job) { job.refuse(with: error) }
        case .refused(let error): job.refuse(with: error)
        }
        return job.future
    }

    public nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value> {
        guard hasLimit else { return submit(priority: priority, work) }
        let job = FutureJob(priority: priority, threads: threads, work: work)
        await job.waitForRoom {
            switch threads.add(job, offerOfTasks) {
            case .waitingForRoom: return true
            case .queued, .cancelled: return false
            case .refused(let error):
                job.refuse(with: error)
                return false
            }
        }
        return job.future
    }

    /// What a task does at a full queue: all but `fail` mean that it suspends.
    var offerOfTasks: PoolState<PoolJob>.Offer {
        whenFull == .fail ? .now : .whenRoom
    }
}
