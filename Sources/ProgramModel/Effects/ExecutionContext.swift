import SourceModel

/// An async context: what makes it one, and whose threads its code holds.
package struct ExecutionContext: Hashable, Sendable {
    package var kind: ContextKind
    package var executor: ContextExecutor
    /// The body that begins the context; code that runs in place inside it shares the context.
    package var root: BodyReference
    /// The start of a program, where nothing else runs yet.
    package var isEntryPoint: Bool

    package init(kind: ContextKind, executor: ContextExecutor, root: BodyReference, isEntryPoint: Bool) {
        self.kind = kind
        self.executor = executor
        self.root = root
        self.isEntryPoint = isEntryPoint
    }

    package var isMainActor: Bool { executor == .mainThread }
}

/// Where the code of a body runs, seen from the code around it.
package enum Placement: Hashable, Sendable {
    /// Before the surrounding code goes on, on the same thread.
    case inline
    /// In an async context of its own.
    case context(ContextKind, ContextExecutor)
    /// On threads that no async code needs.
    case detached
    /// On one of Dispatch's global queues: as `detached`, from the supply of threads that the pool shares on Linux.
    case globalQueue
    /// Whenever a call names it: functions, closures kept in a name.
    case callable
    case unknown
}
