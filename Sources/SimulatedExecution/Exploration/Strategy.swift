/// How the schedules of a scenario are looked for.
public enum Strategy: Sendable, Hashable {
    /// The one run that a plain first-in-first-out system would show.
    case firstInFirstOut
    /// Every choice drawn, each option as likely as the others.
    case random(seed: UInt64)
    /// Probabilistic concurrency testing; finds what needs `depth` steps in a certain order.
    case priorities(depth: Int, seed: UInt64)
    /// All runs with at most so many deviations from first in, first out: complete up to the bound.
    case deviations(atMost: Int)
    /// All runs.
    /// - isReduced: only one of each set of runs that differ in the order of steps that commute. Finds the same
    ///   deadlocks and failed expectations; the counts and the stalls are those of the runs that are left.
    case exhaustive(isReduced: Bool)
    /// First in, first out; then 1, 2 and 3 deviations in at most half of the budget; then priorities and random choices
    /// in turns until it is spent.
    case portfolio(seed: UInt64)
}
