/// Which task somebody is, for diagnostics: equal for every look at one task while that task lives.
///
/// A later task may get the identity of one that has ended, as with process numbers.
package struct TaskIdentity: Hashable, Sendable {
    private let number: Int

    /// The calling task; `nil` outside of tasks.
    package static var current: TaskIdentity? {
        withUnsafeCurrentTask { task in task.map { TaskIdentity(number: $0.hashValue) } }
    }
}
