import SourceModel

/// What a call reaches.
package struct CallResolution: Sendable {
    package enum Target: Sendable {
        /// Functions of the workspace: one, or several of which any may run.
        case functions([FunctionReference])
        /// An initializer that the compiler writes for a type of the workspace.
        case implicitInitializer(NominalID)
        /// A declaration outside the workspace.
        case external(ExternalCallee)
        /// A closure or a closure-typed local whose code is known.
        case closure(BodyReference)
        /// A function value that the caller was given.
        case parameter(LocalReference)
        /// A function value stored in a property.
        case property(PropertyReference)
        case enumCase
        case unknown
    }

    package var target: Target
    package var confidence: Confidence
    /// Whether the callee is asynchronous, where the compiler has said so.
    package var isAsync: Bool?
    /// The type of the call's value.
    package var result: ResolvedType
    /// What the generic parameters of the receiver and of the function stand for; empty for calls without a closure.
    var substitution: Substitution = [:]

    /// A member of something that nothing is known about.
    static func member(_ name: String, of receiver: ResolvedType) -> CallResolution {
        CallResolution(
            target: .external(ExternalCallee(name: name, receiver: receiver, kind: .method)), confidence: .possible,
            result: .unknown)
    }

    static let unknown = CallResolution(target: .unknown, confidence: .possible, result: .unknown)
}

/// A function outside the workspace, as far as the call shows it.
package struct ExternalCallee: Sendable, Hashable {
    /// The base name; `init` for initializers.
    package var name: String
    /// The receiver's type, the type itself for static calls and initializers; `nil` for free functions.
    package var receiver: ResolvedType?
    package var kind: Kind

    package enum Kind: Sendable, Hashable { case freeFunction, method, staticMethod, initializer }

    package init(name: String, receiver: ResolvedType?, kind: Kind) {
        self.name = name
        self.receiver = receiver
        self.kind = kind
    }
}
