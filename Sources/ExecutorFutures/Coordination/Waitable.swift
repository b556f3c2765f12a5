/// What a wait-for graph has to know about a primitive: who has it and who wants it.
package protocol Waitable: AnyObject, Sendable {
    /// As the program named it, for messages.
    var name: String { get }

    /// The tasks that the waiting ones wait for, where the primitive knows them.
    var holders: [TaskIdentity] { get }

    /// The waiting tasks, in the order in which they will be let go where there is one. O(number of them).
    var waiters: [TaskIdentity] { get }
}
