/// A type as it is written in source, reduced to what resolving a receiver needs.
package enum TypeReference: Hashable, Sendable {
    /// `Foundation.Data`, `Array<Int>`, `Outer.Inner<T>`: components from the outside in.
    case named([TypeComponent])
    /// `T?`, `T!`
    indirect case optional(TypeReference)
    /// `[T]`
    indirect case array(TypeReference)
    /// `[K: V]`
    indirect case dictionary(key: TypeReference, value: TypeReference)
    /// `(a: A, B)`; `Void` is `tuple([])`
    case tuple([TupleTypeElement])
    indirect case function(FunctionTypeReference)
    /// `T.Type`, `T.Protocol`
    indirect case metatype(TypeReference)
    /// `some P`
    indirect case opaque(TypeReference)
    /// `any P`
    indirect case existential(TypeReference)
    /// `A & B`
    case composition([TypeReference])
    /// What could not be read, or is not written.
    case unknown

    /// A plain, unqualified, non-generic name.
    package static func name(_ name: String) -> TypeReference { .named([TypeComponent(name)]) }
}

/// One component of a named type: `Dictionary<String, Int>` is name `Dictionary` with two arguments.
package struct TypeComponent: Hashable, Sendable {
    package var name: String
    package var arguments: [TypeReference]

    package init(_ name: String, arguments: [TypeReference] = []) {
        self.name = name
        self.arguments = arguments
    }
}

/// One element of a tuple type.
package struct TupleTypeElement: Hashable, Sendable {
    package var label: String?
    package var type: TypeReference

    package init(label: String?, type: TypeReference) {
        self.label = label
        self.type = type
    }
}

/// A function type: `@MainActor @Sendable (Int) async throws -> Data`.
package struct FunctionTypeReference: Hashable, Sendable {
    package var parameters: [TypeReference]
    package var result: TypeReference
    package var isAsync: Bool
    package var isEscaping: Bool
    package var isAutoclosure: Bool
    /// Names of attributes without `@`: `MainActor`, `Sendable`, `concurrent`, ...
    package var attributes: [String]

    package init(
        parameters: [TypeReference], result: TypeReference, isAsync: Bool = false, isEscaping: Bool = false,
        isAutoclosure: Bool = false, attributes: [String] = []
    ) {
        self.parameters = parameters
        self.result = result
        self.isAsync = isAsync
        self.isEscaping = isEscaping
        self.isAutoclosure = isAutoclosure
        self.attributes = attributes
    }
}
