/// How long each of many operations took, in seconds, and what can be said of them.
struct Latencies: Sendable {
    private var sorted: [Double] = []

    init(_ values: [Double]) { sorted = values.sorted() }

    /// The value that this part of all values does not exceed; zero when there are none.
    func percentile(_ part: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(Int(Double(sorted.count) * part), sorted.count - 1)]
    }

    var median: Double { percentile(0.5) }
    var max: Double { sorted.last ?? 0 }
}

/// Runs `operation` so many times, one after another, and takes the time of each.
func latencies(_ count: Int, of operation: (Int) async throws -> Void) async rethrows -> Latencies {
    var values: [Double] = []
    values.reserveCapacity(count)
    for number in 0..<count {
        let start = ContinuousClock.now
        try await operation(number)
        values.append((ContinuousClock.now - start) / .seconds(1))
    }
    return Latencies(values)
}

/// Runs `operations`, which is `count` of them, five times, and takes the share of one in the cheapest. The peers in
/// Python do the same.
/// - Parameter cost: what is compared. For work of one thread that is the CPU time of the process, which does not depend
///   on what else the machine does; work that is spread over threads takes the time on the wall.
nonisolated(nonsending) func cheapest(
    per count: Int, by cost: KeyPath<Cost, Double> = \.cpu,
    _ operations: nonisolated(nonsending) () async throws -> Void
) async rethrows -> Latencies {
    var cheapest = Double.infinity
    for _ in 0..<5 {
        let stopwatch = Stopwatch()
        try await operations()
        cheapest = min(cheapest, stopwatch.elapsed[keyPath: cost])
    }
    return Latencies([cheapest / Double(count)])
}
