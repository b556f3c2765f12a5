import Synchronization

/// Decides whether to look for something for some microseconds before falling asleep: always while that pays, and ever
/// less often while it does not.
///
/// A thread that looks uses its core; one that sleeps and is woken uses more of two. So looking is worth about as long as
/// a sleep takes, and only if the other side has a core to compute on. Nobody can know that, so the last results tell.
struct LookingHabit: ~Copyable {
    /// Failures in a row in the upper half, chances to skip in the lower. Two threads may change it at once and one change
    /// get lost, which does no harm.
    private let memory = Atomic<Int>(0)

    private static let pays = onlineCoreCount() > 1

    /// Whether to look this time.
    func wouldLook() -> Bool {
        let (failures, toSkip) = memory.load(ordering: .relaxed).quotientAndRemainder(dividingBy: 256)
        guard toSkip > 0 else { return Self.pays }
        memory.store(failures * 256 + toSkip - 1, ordering: .relaxed)
        return false
    }

    /// Looks for ten microseconds at the most, about what falling asleep and waking up take.
    /// - Returns: whether the condition came true.
    func look(until condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + .microseconds(10)
        repeat {
            if condition() {
                memory.store(0, ordering: .relaxed)
                return true
            }
        } while ContinuousClock.now < end
        let failures = min(memory.load(ordering: .relaxed) / 256 + 1, 6)
        memory.store(failures * 256 + (1 << failures) - 1, ordering: .relaxed)
        return false
    }
}
