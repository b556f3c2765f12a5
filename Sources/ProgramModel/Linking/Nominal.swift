/// A named type of the program: declared in the workspace, known from the catalogue, or only mentioned.
///
/// A class, because linking looks at single properties of types all the time; it only changes while the index is built.
package final class Nominal {
    /// The innermost name.
    package let name: String
    /// With the enclosing types: `FileManager.DirectoryEnumerator`.
    package let qualifiedName: String
    package let kind: TypeDeclaration.Kind?
    /// `nil` for types that the workspace does not declare.
    package let module: String?
    let parent: NominalID?
    let generics: [String]
    let isPrivateToFile: Int?
    /// The declaration and its extensions, the declaration first.
    package internal(set) var declarations: [Reference<TypeID>] = []
    /// Those of the declaration and its extensions, in their order.
    var properties: [PropertyReference] = []
    /// Superclass and protocols of the declaration and its extensions; filled once all types are known.
    package internal(set) var supertypes: [NominalID] = []
    /// Types that name this one as a supertype.
    var subtypes: [NominalID] = []
    /// What `Resolver.withSupertypes` answers, once asked.
    var supertypeOrder: [NominalID]?
    /// Names of the associated types of the protocols that a type conforms to, once asked.
    var associatedTypes: [String]?
    /// What `Resolver.catalogueDescribes` answers, once asked.
    var isDescribed: Bool?

    init(
        name: String, qualifiedName: String, kind: TypeDeclaration.Kind? = nil, module: String? = nil,
        parent: NominalID? = nil, generics: [String] = [], isPrivateToFile: Int? = nil
    ) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.kind = kind
        self.module = module
        self.parent = parent
        self.generics = generics
        self.isPrivateToFile = isPrivateToFile
    }

    package var isDeclared: Bool { module != nil }
}

/// Index into the program's nominal types.
package struct NominalID: Hashable, Sendable {
    @inlinable package var index: Int { Int(number) }
    @usableFromInline let number: Int32
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// One member of a type.
package enum Member: Hashable, Sendable {
    case function(FunctionReference)
    case property(PropertyReference)
    case enumCase(file: Int, index: Int)
    case type(NominalID)
    case alias(file: Int, index: Int)
}
