/// One thing that we and others do, measured by turns, and told in a row for each of the others.
struct Contest: Sendable {
    /// Does it once, or many times, and tells how long that took; `nil` where whoever does it is not installed.
    typealias Measurement = @Sendable () async throws -> Latencies?

    var name: String
    var unit: Unit
    /// What is told of the latencies; a goal counts for the first of them.
    var aspects: [Aspect] = [.only]
    var ours: Measurement
    var others: [Peer]

    struct Peer: Sendable {
        var name: String
        var goal: Goal
        var isPython: Bool
        var measure: Measurement

        /// A peer written in Swift; the ratio says how many times as long as it we take.
        static func swift(_ name: String, _ goal: Goal = .atMost(1), _ measure: @escaping Measurement) -> Peer {
            Peer(name: name, goal: goal, isPython: false, measure: measure)
        }

        /// A peer written in Python; the ratio says how many times as long as we it takes.
        static func python(_ name: String, _ goal: Goal = .none, _ measure: @escaping Measurement) -> Peer {
            Peer(name: name, goal: goal, isPython: true, measure: measure)
        }
    }

    func rows(rounds: Int) async throws -> [Row] {
        var us: [Latencies] = []
        var them = others.map { _ in [Latencies]() }
        for _ in 0..<rounds {
            if let latencies = try await ours() { us.append(latencies) }
            for (index, peer) in others.enumerated() {
                if let latencies = try await peer.measure() { them[index].append(latencies) }
            }
        }
        // Where the system cannot tell, there is nothing to compare.
        guard !us.isEmpty else { return [] }
        return aspects.enumerated().flatMap { position, aspect in
            zip(others, them).map { peer, values in
                let name = [name, aspect.name].compactMap(\.self).joined(separator: ", ")
                let (ours, theirs) = (Samples(us.map(aspect.value)), Samples(values.map(aspect.value)))
                return Row(
                    name: "\(name): \(peer.name)", ours: unit.of(ours), peer: values.isEmpty ? nil : unit.of(theirs),
                    unit: unit.name, ratio: values.isEmpty ? nil : peer.isPython ? theirs / ours : ours / theirs,
                    goal: position == 0 ? peer.goal : .none)
            }
        }
    }
}

/// One number of many latencies.
struct Aspect: Sendable {
    var name: String?
    var value: @Sendable (Latencies) -> Double

    /// For measurements that are one number.
    static let only = Aspect(name: nil) { $0.median }
    static let p50 = Aspect(name: "p50") { $0.median }
    static let p99 = Aspect(name: "p99") { $0.percentile(0.99) }
    static let max = Aspect(name: "max") { $0.max }
}

/// How a measured number is told.
struct Unit: Sendable {
    var name: String
    private let convert: @Sendable (Double) -> Double

    static let nanoseconds = Unit(name: "ns") { $0 * 1e9 }
    static let microseconds = Unit(name: "µs") { $0 * 1e6 }
    static let milliseconds = Unit(name: "ms") { $0 * 1e3 }
    /// Of a measurement in seconds per megabyte.
    static let megabytesPerSecond = Unit(name: "MB/s") { 1 / $0 }
    static let bytes = Unit(name: "B") { $0 }
    static let pieces = Unit(name: "each") { $0 }

    func of(_ samples: Samples) -> Samples { Samples(samples.values.map(convert)) }
}

extension Table {
    /// Adds the rows of contests, held one after another.
    mutating func add(_ contests: [Contest], rounds: Int) async throws {
        for contest in contests { rows += try await contest.rows(rounds: rounds) }
    }
}
