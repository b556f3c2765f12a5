/// A fact about a call that must hold, or must not hold, for an entry to apply.
package enum Condition: Sendable, Hashable {
    case argument(ArgumentReference, ArgumentTest)
    case receiver(ReceiverTest)
    case context(ContextTest)
}

/// What an argument's expression is checked for.
package enum ArgumentTest: Sendable, Hashable {
    /// `.now()`, `0`, `.zero`, a date in the past, or a duration below the stall budget.
    case isZero
    /// A URL that is not a file.
    case isRemote
    /// A resource of the bundle.
    case isBundled
    /// The expression contains one of the names.
    case mentions([String])
    /// The expression is that literal.
    case equals(String)
}

/// What a receiver is checked for.
package enum ReceiverTest: String, Sendable, Hashable, CaseIterable {
    /// `DispatchQueue.main`, `OperationQueue.main`.
    case mainQueue = "main-queue"
    /// `DispatchQueue.global()`.
    case globalQueue = "global-queue"
    /// `FileHandle.standardInput`, `FileDescriptor.standardInput`.
    case standardInput = "standard-input"
    /// Standard output or standard error: as harmless, or not, as `print`.
    case standardOutput = "standard-output"
    /// The reading end of a `Pipe`.
    case pipe
    /// An embedded event loop or channel, or what its calls return: all of it runs in place.
    case embeddedLoop = "embedded-loop"
    /// A queue in a property on which nothing runs but loads and stores of a few values.
    case stateQueue = "state-queue"
}

/// What the caller is checked for.
package enum ContextTest: String, Sendable, Hashable, CaseIterable {
    /// The caller runs on the main actor.
    case mainActor = "main-actor"
    /// The caller is asynchronous code itself, not synchronous code of an actor.
    case asynchronous = "async"
}
