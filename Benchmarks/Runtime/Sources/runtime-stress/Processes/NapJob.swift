import ExecutorFutures

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A job that enters itself in a ledger, naps, and may fail or kill its own worker.
struct NapJob: ProcessJob {
    var ledger: String
    var number: Int
    var microseconds: UInt32
    var fails = false
    var killsItself = false

    func run() throws -> Int {
        let ledger = try JobLedger(opening: ledger)
        try ledger.begin(number)
        usleep(microseconds)
        if killsItself { kill(getpid(), SIGKILL) }
        try ledger.end(number)
        if fails { throw JobFailed() }
        return number
    }
}
