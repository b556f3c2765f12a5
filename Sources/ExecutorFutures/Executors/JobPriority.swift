/// Which of the queued jobs an executor takes first.
///
/// The order is strict: while jobs of a higher priority are queued, none of a lower one starts. Jobs of one priority
/// start in the order of their submission. A job that runs is never interrupted.
public enum JobPriority: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Work that nobody waits for.
    case low
    /// Everything else.
    case normal
    /// Somebody waits for the answer at this moment.
    case high

    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
