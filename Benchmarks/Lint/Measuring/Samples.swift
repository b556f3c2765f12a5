/// The values of one measurement, a value for each round.
struct Samples: Sendable {
    var values: [Double] = []

    init(_ values: [Double] = []) { self.values = values }

    mutating func add(_ value: Double) { values.append(value) }

    /// Zero when there are none.
    var median: Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + min(sorted[middle], last)) / 2
    }

    /// Half the distance between the smallest and the greatest value, as a part of the median.
    var spread: Double {
        guard let least = values.min(), let most = values.max(), median > 0 else { return 0 }
        return (most - least) / 2 / median
    }

    /// Round by round, so that what slowed down both cancels out.
    static func / (left: Samples, right: Samples) -> Samples {
        Samples(zip(left.values, right.values).map { $1 > 0 ? $0 / $1 : 0 })
    }
}
