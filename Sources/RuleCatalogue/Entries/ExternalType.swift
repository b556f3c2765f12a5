/// What is known of a type of a library: enough to follow receivers and to see isolation.
package struct ExternalType: Sendable, Hashable {
    /// Without the module, outer types included: `FileManager.DirectoryEnumerator`.
    package var name: String
    /// `nil` when the file only adds members to a type of another library.
    package var kind: Kind?
    /// Superclasses and protocols, nearest first.
    package var inherits: [String]
    /// A global actor (`MainActor`) that the type, its subclasses or its conformers are isolated to.
    package var isolation: String?
    /// Base names of methods that run on an event loop in conforming types.
    package var eventLoopMethods: [String]
    /// Result types of properties and methods, in file order.
    package var memberList: [ResultType]
    /// Imports that make the type visible.
    package var modules: [String]

    package init(
        name: String, kind: Kind?, inherits: [String] = [], isolation: String? = nil, eventLoopMethods: [String] = [],
        memberList: [ResultType] = [], modules: [String] = []
    ) {
        self.name = name
        self.kind = kind
        self.inherits = inherits
        self.isolation = isolation
        self.eventLoopMethods = eventLoopMethods
        self.memberList = memberList
        self.modules = modules
    }

    /// Result types by the member's spelling: `default`, `enumerator(atPath:)`. O(members).
    package var members: [String: String] {
        Dictionary(memberList.map { ($0.declaration.text, $0.type) }) { first, _ in first }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case `class`
        case `struct`
        case `enum`
        case actor
        case `protocol`
    }
}

/// The type of a property, or of what a function returns, as Swift spells it.
package struct ResultType: Sendable, Hashable {
    package var declaration: DeclarationName
    package var type: String

    package init(declaration: DeclarationName, type: String) {
        self.declaration = declaration
        self.type = type
    }
}
