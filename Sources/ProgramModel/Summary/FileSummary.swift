import SourceModel

/// What the text of one file says, without its syntax tree: declarations, bodies, calls and their expressions.
///
/// Must depend on that one text alone, so that an edit re-summarises one file; everything that needs a second file
/// (types of receivers, which declaration a call reaches, effects) is decided when the summaries are linked.
/// All ids are indices into the arrays of the same summary and mean nothing outside it. A class, because linking
/// looks at summaries millions of times and must not copy a dozen arrays each time.
package final class FileSummary: Sendable {
    package let imports: [String]
    /// Those of the imports that the file hands on to whoever imports its module: `@_exported import`.
    package let exports: [String]
    package let types: [TypeDeclaration]
    package let functions: [FunctionDeclaration]
    package let properties: [PropertyDeclaration]
    package let enumCases: [EnumCaseDeclaration]
    package let typeAliases: [TypeAliasDeclaration]
    /// `bodies[0]` is the file's top-level code, also when there is none.
    package let bodies: [Body]
    package let locals: [Local]
    package let expressions: ExpressionList
    package let calls: CallList
    package let reads: [MemberRead]
    /// True when statements outside any declaration make the file a script (`main.swift` style).
    package let hasTopLevelCode: Bool

    init(_ draft: FileSummaryDraft) {
        var pool = NamePool()
        let expressions = ExpressionPacker(draft.expressions, &pool)
        var arguments: [PackedArgument] = []
        arguments.reserveCapacity(draft.calls.reduce(0) { $0 + $1.arguments.count })
        for call in draft.calls {
            for argument in call.arguments { arguments.append(PackedArgument(argument, &pool)) }
        }
        imports = draft.imports
        exports = draft.exports
        types = draft.types.fitted
        functions = pool.sharing(draft.functions)
        properties = pool.sharing(draft.properties)
        enumCases = draft.enumCases.fitted
        typeAliases = draft.typeAliases.fitted
        bodies = draft.bodies.fitted
        locals = pool.sharing(draft.locals)
        let names = pool.texts.fitted
        self.expressions = ExpressionList(expressions, names: names)
        calls = CallList(draft.calls, ArgumentPool(arguments, names: names))
        reads = draft.reads.fitted
        hasTopLevelCode = draft.hasTopLevelCode
    }

    package subscript(id: ExpressionID) -> Expression {
        expressions.indices.contains(id.index) ? expressions[id.index] : .unknown
    }
}

/// A summary while it is collected.
package struct FileSummaryDraft {
    var imports: [String] = []
    var exports: [String] = []
    var types: [TypeDeclaration] = []
    var functions: [FunctionDeclaration] = []
    var properties: [PropertyDeclaration] = []
    var enumCases: [EnumCaseDeclaration] = []
    var typeAliases: [TypeAliasDeclaration] = []
    var bodies: [Body] = []
    var locals: [Local] = []
    var expressions: [Expression] = []
    var calls: [CallDraft] = []
    var reads: [MemberRead] = []
    var hasTopLevelCode = false

    subscript(id: ExpressionID) -> Expression {
        expressions.indices.contains(id.index) ? expressions[id.index] : .unknown
    }
}

/// Names one thing of a summary by its position in the array of its kind, in four bytes.
package protocol SummaryID: Hashable, Sendable {
    /// A number for the kind of thing, the same in every build.
    static var space: Int { get }
    var index: Int { get }
    init(_ index: Int)
}

/// Index of an expression in its file's summary.
package struct ExpressionID: SummaryID {
    package static let space = 0
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a type declaration (or extension) in its file's summary.
package struct TypeID: SummaryID {
    package static let space = 1
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a function-like declaration in its file's summary.
package struct FunctionID: SummaryID {
    package static let space = 2
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a property in its file's summary.
package struct PropertyID: SummaryID {
    package static let space = 3
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a body in its file's summary.
package struct BodyID: SummaryID {
    package static let space = 4
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a local name in its file's summary.
package struct LocalID: SummaryID {
    package static let space = 5
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a call in its file's summary.
package struct CallID: SummaryID {
    package static let space = 6
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}

/// Index of a member read in its file's summary.
package struct ReadID: SummaryID {
    package static let space = 7
    @usableFromInline let number: Int32
    @inlinable package var index: Int { Int(number) }
    package init(_ index: Int) { number = Int32(clamping: index) }
}
