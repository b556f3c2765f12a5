#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a piece of work cost, in seconds.
struct Cost: Sendable {
    /// Of all threads of the process, or of a child with its own children.
    var cpu: Double
    var wall: Double

    static let zero = Cost(cpu: 0, wall: 0)

    static func + (left: Cost, right: Cost) -> Cost { Cost(cpu: left.cpu + right.cpu, wall: left.wall + right.wall) }
}

/// Runs from its creation on.
struct Stopwatch: Sendable {
    private let start = ContinuousClock.now
    private let startCPU = Self.processCPU()

    var elapsed: Cost {
        Cost(cpu: Self.processCPU() - startCPU, wall: (ContinuousClock.now - start) / .seconds(1))
    }

    /// Seconds that the process has computed, on all threads.
    private static func processCPU() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
