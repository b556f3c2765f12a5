/// What a declaration of a library does with a closure that it is given.
package struct ClosureEntry: Sendable, Hashable {
    package var declaration: DeclarationName
    /// Labels that a call may leave out; an unlabelled parameter is written `_`.
    package let defaults: [String]
    package var argument: ArgumentReference
    package var runs: ClosureExecution
    /// All must hold for the entry to apply; the first entry that applies decides.
    package var when: [Condition] = []
    package var library: String
    /// Any of these imports makes the entry visible; empty when no import is needed.
    package var modules: [String]
    /// The declaration's parameters, ready to be compared with calls.
    package let parameters: ParameterList?

    package init(
        declaration: DeclarationName, defaults: [String] = [], argument: ArgumentReference, runs: ClosureExecution,
        library: String = "", modules: [String] = []
    ) {
        self.declaration = declaration
        self.defaults = defaults
        self.argument = argument
        self.runs = runs
        self.library = library
        self.modules = modules
        self.parameters = ParameterList(declaration.labels, defaults: defaults)
    }

    /// As `EffectEntry.matches(labels:trailingClosures:)`.
    package func matches(labels: [String?], trailingClosures: Int) -> Bool {
        parameters?.accepts(labels: labels, trailingClosures: trailingClosures) ?? false
    }

    /// Whether the argument of a call is the closure that the entry speaks of.
    ///
    /// - Parameters:
    ///   - index: 0-based, parenthesised arguments first, trailing closures after them.
    ///   - labels: of the arguments in parentheses, `nil` for one without.
    ///   - trailingClosures: number of closures after the parentheses.
    package func describesArgument(at index: Int, labels: [String?], trailingClosures: Int) -> Bool {
        guard let parameters,
            let parameter = parameters.parameter(ofArgument: index, labels: labels, trailingClosures: trailingClosures)
        else { return false }
        return parameters.index(of: argument) == parameter
    }
}

/// Names one parameter of a declaration.
package enum ArgumentReference: Sendable, Hashable {
    case label(String)
    /// 0-based.
    case position(Int)
}

/// Where a closure that was passed to a call runs.
package enum ClosureExecution: String, Sendable, Hashable, CaseIterable {
    /// Before the call returns, on the same thread.
    case inPlace = "in-place"
    /// On the cooperative pool, as a task of its own.
    case pool
    /// As a task that inherits the caller's isolation.
    case task
    /// As a child task on the cooperative pool.
    case taskGroup = "task-group"
    case main
    case eventLoop = "event-loop"
    /// On a thread that nothing else needs: a true offload.
    case thread
    /// On one of Dispatch's queues: off the pool, but (on Linux) from a shared supply of threads.
    case dispatch
    /// On a global queue: as `dispatch`, and an ineffective offload on Linux.
    case dispatchGlobal = "dispatch-global"
    /// Stored and called later by someone else: nothing is known.
    case elsewhere
}
