/// How long something takes: a fixed time, or one drawn from a distribution with the seed of the run.
public enum Latency: Sendable, Hashable {
    case fixed(Duration)
    /// Log-normal with this median and 99th percentile: typical of disks, peers and child processes.
    case distributed(median: Duration, p99: Duration)

    /// Takes no time.
    public static let zero = Latency.fixed(.zero)

    /// The same, so many times as long.
    public func scaled(by factor: Double) -> Latency {
        switch self {
        case .fixed(let time): .fixed(time * factor)
        case .distributed(let median, let p99): .distributed(median: median * factor, p99: p99 * factor)
        }
    }
}
