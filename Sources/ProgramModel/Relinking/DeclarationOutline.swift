import SourceModel

/// What a `DeclarationIndex` takes from one file: while it stays the same, the index stays too.
///
/// Signatures and bodies are no part of it; the index points at them by position. Nor are imports, which the index can
/// take anew, nor functions in other functions, which no other file sees: only the numbers of the others tell of them.
struct DeclarationOutline: Equatable {
    private let exports: [String]
    private let types: [TypeDeclaration]
    private let functions: [Entry]
    private let properties: [Entry]
    private let enumCases: [Entry]
    private let aliases: [Alias]

    private struct Entry: Equatable {
        var name: String
        var parent: TypeID?
        var kind: FunctionDeclaration.Kind?
        /// Names that code may mean as types.
        var generics: [String] = []
    }

    private struct Alias: Equatable {
        var name: String
        var target: TypeReference
        var parent: TypeID?
        var isLocal: Bool
    }

    init(_ summary: FileSummary) {
        exports = summary.exports
        types = summary.types.map { type in
            var type = type
            type.range = SourceRange(0, 0)
            type.nameRange = SourceRange(0, 0)
            // The index takes the numbers of bodies anew.
            type.enclosingBody = type.enclosingBody.map { _ in BodyID(0) }
            return type
        }
        functions = summary.outerFunctions.map { position in
            let function = summary.functions[position]
            return Entry(
                name: function.name, parent: function.parent, kind: function.kind,
                generics: function.generics.map(\.name))
        }
        properties = summary.properties.map { Entry(name: $0.name, parent: $0.parent) }
        enumCases = summary.enumCases.map { Entry(name: $0.name, parent: $0.parent) }
        aliases = summary.typeAliases.map {
            Alias(name: $0.name, target: $0.target, parent: $0.parent, isLocal: $0.enclosingBody != nil)
        }
    }
}

extension FileSummary {
    /// Positions of the functions that do not stand in another one.
    var outerFunctions: [Int] { functions.indices.filter { functions[$0].enclosingBody == nil } }
}
