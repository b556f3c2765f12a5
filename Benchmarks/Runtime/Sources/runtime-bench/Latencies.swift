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
