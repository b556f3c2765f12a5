#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The worker's end.
extension ProcessPoolExecutor {
    /// Makes this process a worker if a pool has started it for that; must be the first thing that `main` does.
    ///
    /// ```swift
    /// @main struct Tool {
    ///     static func main() async throws {
    ///         ProcessPoolExecutor.serveIfWorker(jobs: [Factors.self, Render.self])
    ///         // From here on it is the program itself.
    ///     }
    /// }
    /// ```
    /// In a worker it never returns: it runs jobs until the pool needs no more, and ends the process. What comes before
    /// the call runs in each worker, too. Jobs run one at a time on a thread of their own, outside of any Swift task.
    /// The calling thread watches the pool's process, so a worker ends even in the middle of a job when that is gone,
    /// however it ended.
    ///
    /// A worker shares standard output and error with the pool's process, and flushes them before each reply; its
    /// standard input is empty. It leads a process group of its own, so Ctrl-C in a terminal does not reach it.
    /// - Parameter jobs: the types of all jobs that may be submitted.
    public static func serveIfWorker(jobs: [any ProcessJob.Type]) {
        guard let text = WorkerInvitation.take() else { return }
        let descriptor = OwnedDescriptor(WorkerInvitation.descriptor)
        guard let invitation = WorkerInvitation(text: text), isSocket(descriptor.number) else {
            endProcess(
                complaining: "\(WorkerInvitation.variable) is set, but no pool has started this process: unset it")
        }
        descriptor.closeOnExec()
        let number = descriptor.number
        let service = WorkerService(
            socket: FrameSocket(descriptor, secret: invitation.secret, limit: invitation.maximumMessageSize), jobs: jobs
        )
        let start = ThreadStart(name: "jobs", stackSize: ThreadPoolExecutor.defaultStackSize) { service.run() }
        let code = start()
        guard code == 0 else { endProcess(complaining: "no thread for the jobs: \(SystemError.text(of: code))") }
        ParentWatch.waitForTheEnd(socket: number)
        // Nobody can use what the job does any more, and it may take for ever.
        _exit(EX_OK)
    }

    private static func isSocket(_ descriptor: Int32) -> Bool {
        var kind: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &kind, &size) == 0
    }

    private static func endProcess(complaining message: String) -> Never {
        let line = Array("ExecutorFutures: error: \(message)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        exit(EX_CONFIG)
    }
}
