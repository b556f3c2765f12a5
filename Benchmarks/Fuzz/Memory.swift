#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system says about this process.
enum Memory {
    /// The most memory that the process has held, in MB.
    static func peak() -> Double {
        var usage = rusage()
        // RUSAGE_SELF, which is imported as one type here and as another there, and is 0 everywhere.
        getrusage(0, &usage)
        // Linux counts KiB, Darwin bytes.
        #if canImport(Darwin)
            return Double(usage.ru_maxrss) / 1_048_576
        #else
            return Double(usage.ru_maxrss) / 1024
        #endif
    }

    /// Seconds that the calling thread has computed: a busy machine makes nothing look slow.
    static func threadCPU() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
