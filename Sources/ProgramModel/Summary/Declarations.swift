import SourceModel

/// A class, struct, enum, actor, protocol, or an extension of one.
package struct TypeDeclaration: Sendable, Equatable {
    package enum Kind: String, Sendable { case `class`, `struct`, `enum`, actor, `protocol`, `extension` }

    package var kind: Kind
    /// The declared name; for an extension the extended type as written, `Outer.Inner`.
    package var name: String
    /// The extended type of an extension, `nil` otherwise.
    package var extendedType: TypeReference?
    /// The enclosing type or extension.
    package var parent: TypeID?
    /// The body that a local type is declared in.
    package var enclosingBody: BodyID?
    package var inherits: [TypeReference]
    package var generics: [GenericParameter]
    /// Requirements `T == X` and `T: P` of the `where` clause, by the text of the left side.
    package var requirements: [GenericRequirement]
    /// Names without `@`, and `~Copyable`, which is written where a type inherits.
    package var attributes: [String]
    package var isolation: DeclaredIsolation
    package var access: AccessLevel
    package var range: SourceRange
    package var nameRange: SourceRange
    /// `associatedtype` names of a protocol with their first constraint.
    package var associatedTypes: [GenericParameter]
    package var markers: Markers
    package var platforms = PlatformSet.all
}

/// A generic parameter or associated type, with the first constraint that is written for it.
package struct GenericParameter: Hashable, Sendable {
    package var name: String
    package var constraint: TypeReference?

    package init(name: String, constraint: TypeReference?) {
        self.name = name
        self.constraint = constraint
    }
}

/// One requirement of a `where` clause.
package struct GenericRequirement: Hashable, Sendable {
    package enum Relation: Sendable { case conforms, equals }

    package var left: TypeReference
    package var relation: Relation
    package var right: TypeReference

    package init(left: TypeReference, relation: Relation, right: TypeReference) {
        self.left = left
        self.relation = relation
        self.right = right
    }
}

/// A function, initializer, deinitializer, accessor or subscript accessor.
package struct FunctionDeclaration: Sendable {
    package enum Kind: String, Sendable {
        case function, initializer, deinitializer
        /// The code behind a property: the getter (also of `var x: T { … }`), `set`, and `willSet`/`didSet`.
        case getter, setter, observer
        case subscriptGetter, subscriptSetter
    }

    package var kind: Kind
    /// `load` for `func load(from:)`, `init`, `deinit`, `subscript`; for accessors the property's name.
    /// Operators keep their spelling.
    package var name: String
    package var parameters: [Parameter]
    /// `nil` when no result is written (`Void`); for accessors the property's type.
    package var result: TypeReference?
    package var generics: [GenericParameter]
    package var requirements: [GenericRequirement]
    package var isAsync: Bool
    /// `throws` without a type; `rethrows` and typed throws may turn out not to throw.
    package var isThrowing: Bool
    /// `static` or `class`.
    package var isStatic: Bool
    package var isOverride: Bool
    /// `init?`/`init!`.
    package var isFailable: Bool
    package var access: AccessLevel
    /// Names without `@`.
    package var attributes: [String]
    package var isolation: DeclaredIsolation
    package var parent: TypeID?
    /// The body that a nested function is declared in.
    package var enclosingBody: BodyID?
    /// `nil` for protocol requirements and declarations without code.
    package var body: BodyID?
    /// The whole declaration, attributes included.
    package var range: SourceRange
    package var nameRange: SourceRange
    package var markers: Markers
    /// `@available(*, noasync)`.
    package var isNoAsync: Bool
    package var platforms = PlatformSet.all
}

/// One parameter of a function-like declaration.
package struct Parameter: Hashable, Sendable {
    /// The label that a caller writes; `nil` for `_`.
    package var label: String?
    /// The name inside the body.
    package var name: String
    package var type: TypeReference
    package var hasDefault: Bool
    package var isVariadic: Bool
    /// `repeat each T`: takes any number of arguments, and is no array in the body.
    package var isPack: Bool
    package var isInOut: Bool
    /// `isolated` parameters make the function run on that actor.
    package var isIsolated: Bool

    package init(
        label: String?, name: String, type: TypeReference, hasDefault: Bool = false, isVariadic: Bool = false,
        isPack: Bool = false, isInOut: Bool = false, isIsolated: Bool = false
    ) {
        self.label = label
        self.name = name
        self.type = type
        self.hasDefault = hasDefault
        self.isVariadic = isVariadic
        self.isPack = isPack
        self.isInOut = isInOut
        self.isIsolated = isIsolated
    }
}

/// A stored or computed property of a type, or a global variable.
package struct PropertyDeclaration: Sendable {
    package var name: String
    package var type: TypeReference?
    /// The expression after `=`.
    package var initializer: ExpressionID?
    /// The code of that expression: runs when an instance is made, or on first use when static, global or lazy.
    package var initializerBody: BodyID?
    package var parent: TypeID?
    package var isStatic: Bool
    package var isLazy: Bool
    package var isMutable: Bool
    /// Property wrappers (`State`), `TaskLocal`, global actors and the rest, without `@`.
    package var attributes: [String]
    package var isolation: DeclaredIsolation
    package var access: AccessLevel
    package var getter: FunctionID?
    package var setter: FunctionID?
    package var observers: [FunctionID]
    package var range: SourceRange
    package var nameRange: SourceRange
}

/// One case of an enum.
package struct EnumCaseDeclaration: Sendable {
    package var name: String
    package var parent: TypeID
    package var payload: [TupleTypeElement]
}

/// `typealias Name = Type`.
package struct TypeAliasDeclaration: Sendable {
    package var name: String
    package var target: TypeReference
    package var generics: [GenericParameter]
    package var parent: TypeID?
    package var enclosingBody: BodyID?
}

/// The isolation that a declaration or closure states for itself; what it inherits is found when linking.
package enum DeclaredIsolation: Hashable, Sendable {
    case unspecified
    case nonisolated
    case nonisolatedNonsending
    /// `@concurrent`
    case concurrent
    /// Any attribute that names a global actor candidate: `MainActor`, `DatabaseActor`, ... (upper-case attribute
    /// names that are not known wrappers are decided when linking).
    case globalActor(String)
}

package enum AccessLevel: String, Sendable, Hashable {
    case `private`, `fileprivate`, `internal`, package, `public`, open
}

/// `unblock:` comments above a declaration.
package struct Markers: Hashable, Sendable {
    /// `// unblock:blocking`
    package var isBlocking: Bool
    /// `// unblock:nonblocking`
    package var isNonblocking: Bool

    package init(isBlocking: Bool = false, isNonblocking: Bool = false) {
        self.isBlocking = isBlocking
        self.isNonblocking = isNonblocking
    }
}
