/// A named type of the program: declared in the workspace, known from the catalogue, or only mentioned.
package struct Nominal: Sendable {
    /// The innermost name.
    package var name: String
    /// With the enclosing types: `FileManager.DirectoryEnumerator`.
    package var qualifiedName: String
    package var kind: TypeDeclaration.Kind?
    /// `nil` for types that the workspace does not declare.
    package var module: String?
    package var parent: NominalID?
    /// The declaration and its extensions, the declaration first.
    package var declarations: [Reference<TypeID>] = []
    package var generics: [String] = []
    package var members: [String: [Member]] = [:]
    /// Superclass and protocols of the declaration and its extensions; filled once all types are known.
    package var supertypes: [NominalID] = []
    /// Types that name this one as a supertype.
    package var subtypes: [NominalID] = []
    package var isPrivateToFile: Int?

    package var isDeclared: Bool { module != nil }
}

/// Index into the program's nominal types.
package struct NominalID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// One member of a type.
package enum Member: Hashable, Sendable {
    case function(FunctionReference)
    case property(PropertyReference)
    case enumCase(file: Int, index: Int)
    case type(NominalID)
    case alias(file: Int, index: Int)
}
