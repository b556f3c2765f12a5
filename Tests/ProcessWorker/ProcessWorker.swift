import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The program that the tests of the process pool use as worker, and as the parent of workers.
///
/// Its first word says what it does before it would serve; without one it is a proper worker.
@main struct ProcessWorker {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "never-report": while true { pause() }
        case "exit": exit(3)
        case "rubbish":
            _ = write(3, "This is not a report, but it is long enough to be one.", 54)
            while true { pause() }
        case "go-on":
            // Forgets to serve, and goes on to submit a job as the program would.
            do {
                print(try ProcessPoolExecutor(name: "inner").submit(Square(number: 2)).wait())
            } catch {
                exit(64)
            }
        default: ProcessPoolExecutor.serveIfWorker(jobs: jobsOfTheTests)
        }
        switch CommandLine.arguments.dropFirst().first {
        case "parent": try superviseForEver()
        case "account": try account()
        default: exit(64)
        }
    }

    static let jobsOfTheTests: [any ProcessJob.Type] = [
        Square.self, Sum.self, Numbers.self, Fails.self, Dies.self, Hangs.self, WaitsForPipe.self, RunsShell.self,
        WritesRubbish.self, DescribesWorker.self, Remembers.self, Recalls.self, HasNoEncoding.self, MakesBytes.self,
    ]

    /// Runs one job that computes for ever, until somebody kills this process.
    private static func superviseForEver() throws {
        let pool = ProcessPoolExecutor(maximumWorkers: 1)
        _ = try pool.submit(Hangs(announcement: "computing", isComputing: true)).wait()
    }

    /// Loses workers in every way, and prints what is left of them in the end.
    ///
    /// It uses no tasks: their threads open descriptors of their own when they like.
    private static func account() throws {
        // Ctrl-C reaches the whole group of this process, which is not to be that of the tests.
        setpgid(0, 0)
        signal(SIGINT, SIG_IGN)
        let before = openDescriptors()
        let pool = ProcessPoolExecutor(name: "accounted", maximumWorkers: 3, maximumJobsPerWorker: 5)
        for round in 0..<5 {
            let lost = [
                pool.submit(Dies(signal: SIGKILL)), pool.submit(Dies(exitCode: Int32(round))),
                pool.submit(Hangs(), timeLimit: .milliseconds(20)),
                pool.submit(WritesRubbish(text: "0123456789abcdef0123456789")),
            ]
            kill(0, SIGINT)
            _ = try pool.mapAndWait((0..<20).map(Square.init), chunkSize: 3)
            for future in lost { _ = try? future.wait() }
        }
        try pool.shutdownAndWait()

        let missing = ProcessPoolExecutor(program: WorkerProgram(executable: "/nonexistent/worker"))
        _ = try? missing.submit(Square(number: 1)).wait()
        try missing.shutdownAndWait()

        let statistics = pool.statistics
        var information = siginfo_t()
        let hasChildren = waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) == 0
        print("jobs left:", statistics.jobs.queued + statistics.jobs.running)
        print("threads left:", statistics.jobs.threads)
        print("workers left:", statistics.workers)
        print("workers lost:", statistics.workersLost)
        print("children left:", hasChildren)
        print("descriptors left:", openDescriptors().subtracting(before).sorted())
    }
}

/// The numbers of the descriptors that this process has open.
func openDescriptors() -> Set<Int32> {
    Set((0..<1024).filter { fcntl($0, F_GETFD) >= 0 })
}
