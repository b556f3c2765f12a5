import SourceModel

/// What the text of one file says, without its syntax tree: declarations, bodies, calls and their expressions.
///
/// Must depend on that one text alone, so that an edit re-summarises one file; everything that needs a second file
/// (types of receivers, which declaration a call reaches, effects) is decided when the summaries are linked.
/// All ids are indices into the arrays of the same summary and mean nothing outside it.
package struct FileSummary: Sendable {
    package var imports: [String] = []
    package var types: [TypeDeclaration] = []
    package var functions: [FunctionDeclaration] = []
    package var properties: [PropertyDeclaration] = []
    package var enumCases: [EnumCaseDeclaration] = []
    package var typeAliases: [TypeAliasDeclaration] = []
    /// `bodies[0]` is the file's top-level code, also when there is none.
    package var bodies: [Body] = []
    package var locals: [Local] = []
    package var expressions: [Expression] = []
    package var calls: [Call] = []
    package var reads: [MemberRead] = []
    /// True when statements outside any declaration make the file a script (`main.swift` style).
    package var hasTopLevelCode = false

    package init() {}

    package subscript(id: ExpressionID) -> Expression {
        expressions.indices.contains(id.index) ? expressions[id.index] : .unknown
    }
}

/// Index of an expression in its file's summary.
package struct ExpressionID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a type declaration (or extension) in its file's summary.
package struct TypeID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a function-like declaration in its file's summary.
package struct FunctionID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a property in its file's summary.
package struct PropertyID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a body in its file's summary.
package struct BodyID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a local name in its file's summary.
package struct LocalID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a call in its file's summary.
package struct CallID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index of a member read in its file's summary.
package struct ReadID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}
