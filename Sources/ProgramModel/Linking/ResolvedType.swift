/// The type of an expression as far as it could be found; `unknown` is a normal answer.
///
/// Most are named types without arguments, and one is remembered for every expression that was asked for: those need no
/// box.
package enum ResolvedType: Hashable, Sendable {
    case nominal(NominalID, arguments: [ResolvedType])
    indirect case optional(ResolvedType)
    case tuple([TupleElementType])
    indirect case function(FunctionShape)
    indirect case metatype(ResolvedType)
    /// A generic parameter or associated type with the types that constrain it.
    indirect case archetype(String, constraints: [NominalID])
    /// The name of an imported module, before a dot.
    indirect case module(String)
    case unknown

    package static let void = ResolvedType.tuple([])

    /// Without optionals around it.
    package var unwrapped: ResolvedType {
        var type = self
        while case .optional(let inner) = type { type = inner }
        return type
    }

    /// The element of an optional, or the type itself.
    package var unwrappedOnce: ResolvedType {
        if case .optional(let inner) = self { return inner }
        return self
    }

    package var isUnknown: Bool { self == .unknown }
}

/// One element of a tuple's type.
package struct TupleElementType: Hashable, Sendable {
    package var label: String?
    package var type: ResolvedType
}

/// A function type.
package struct FunctionShape: Hashable, Sendable {
    package var parameters: [ResolvedType]
    package var result: ResolvedType
    package var isAsync: Bool
}
