#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How a worker comes to be: started, heard from, and prepared, all within one time limit.
///
/// A failure that the next worker would run into as well breaks the pool, or each queued job would wait for it anew.
extension WorkerCrew {
    /// A worker that is killed while it starts holds no job yet, so it is simply replaced. That also covers a Ctrl-C at
    /// the very moment when the new process is still in the group of this one.
    func startWorker() throws(ProcessPoolError) -> WorkerProcess {
        var attemptsLeft = 3
        while true {
            do {
                return try startWorkerOnce()
            } catch {
                attemptsLeft -= 1
                guard case .workerDied = error, attemptsLeft > 0 else { throw error }
            }
        }
    }

    private func startWorkerOnce() throws(ProcessPoolError) -> WorkerProcess {
        guard WorkerInvitation.pending == nil else {
            // Its own workers would come here, too, and start more of them without end.
            throw breakDown(didNotReport("this process was itself started as a worker and goes on as the program"))
        }
        let worker: WorkerProcess
        do {
            worker = try WorkerProcess(settings.program, maximumMessageSize: settings.maximumMessageSize)
        } catch {
            let failure = ProcessPoolError.cannotStartWorker(
                executor: settings.name, program: settings.program.executable, code: error.code)
            throw error.isShortage ? failure : breakDown(failure)
        }
        add(worker)
        let deadline = ContinuousClock.now + settings.startTimeLimit
        try receiveReport(worker, deadline)
        if let job = settings.setUp { try setUp(worker, job, deadline) }
        countStarted(worker)
        return worker
    }

    private func receiveReport(_ worker: WorkerProcess, _ deadline: ContinuousClock.Instant) throws(ProcessPoolError) {
        let version: UInt8
        do {
            version = try worker.report(deadline: deadline)
        } catch {
            switch end(worker, after: error, limit: settings.startTimeLimit) {
            case .workerDied(_, let status) where !status.isKill:
                throw breakDown(didNotReport("it ended with \(status) before it reported for work"))
            case .timedOut(_, let limit):
                throw breakDown(didNotReport("it ran for \(limit) and did not report for work"))
            case .workerWroteRubbish(_, let problem):
                throw breakDown(didNotReport("it wrote something else than a report to its socket (\(problem))"))
            case let failure: throw failure
            }
        }
        guard version == Frame.version else {
            remove(worker, isLost: true) { $0.kill() }
            throw breakDown(didNotReport("it speaks version \(version) of the messages and not \(Frame.version)"))
        }
    }

    private func setUp<Job: ProcessJob>(
        _ worker: WorkerProcess, _ job: Job, _ deadline: ContinuousClock.Instant
    ) throws(ProcessPoolError) {
        do {
            let reply = try worker.exchange(try JobRequest.frame([job]), deadline: deadline)
            _ = try reply.outputs(of: Job.self, count: 1, settings)
        } catch let problem as FrameSocket.Problem {
            let failure = end(worker, after: problem, limit: settings.startTimeLimit)
            if case .workerDied(_, let status) = failure, status.isKill { throw failure }
            throw breakDown(.workerSetUpFailed(executor: settings.name, error: failure))
        } catch {
            remove(worker, isLost: true) { $0.kill() }
            throw breakDown(.workerSetUpFailed(executor: settings.name, error: error))
        }
    }

    private func didNotReport(_ problem: String) -> ProcessPoolError {
        .workerDidNotReport(executor: settings.name, program: settings.program.executable, problem: problem)
    }
}

extension ProcessExit {
    /// Whether somebody wanted the process to end, which says nothing about the next one.
    fileprivate var isKill: Bool {
        guard case .signalled(let signal) = self else { return false }
        return [SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM].contains(signal.rawValue)
    }
}
