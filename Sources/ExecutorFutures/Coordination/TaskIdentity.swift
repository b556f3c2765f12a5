import Synchronization

/// Which task somebody is, for diagnostics: equal for every look at one task while that task lives.
///
/// A later task may get the identity of one that has ended, as with process numbers.
package struct TaskIdentity: Hashable, Sendable {
    private let number: Int

    /// The calling task; `nil` outside of tasks.
    package static var current: TaskIdentity? {
        withUnsafeCurrentTask { task in task.map { TaskIdentity(number: $0.hashValue) } }
    }

    /// Whether a task that finds a lock free is noted as its holder.
    ///
    /// Off at the start, because asking who one is costs more than the lock itself. Whoever draws wait-for graphs turns
    /// it on, for the whole process. Tasks that wait, and those that were handed a lock, are known either way.
    package static let isNotedForFreeLocks = Atomic(false)

    /// The calling task if holders are noted.
    static var ofHolder: TaskIdentity? {
        isNotedForFreeLocks.load(ordering: .relaxed) ? current : nil
    }
}
