import SourceModel

/// One expression, reduced to what finding its type and its callee needs.
///
/// `try`, `await`, parentheses around one value, `&`, `consume`, `copy` and the like are dropped: the id of the inner
/// expression stands for them.
package enum Expression: Sendable {
    /// Anything that is not below. Calls inside it are still recorded as steps.
    case unknown
    /// An identifier that no local scope of this file declares: a member of `self`, a global, a type or a module.
    case name(String, genericArguments: [TypeReference])
    /// An identifier that a local scope declares.
    case local(LocalID)
    case selfReference
    /// `Self`
    case selfType
    case superReference
    case member(base: ExpressionID, name: String, genericArguments: [TypeReference])
    /// `.name`
    case implicitMember(name: String)
    case call(CallID)
    case `subscript`(base: ExpressionID, arguments: [ExpressionID])
    case integer(String)
    case float(String)
    case boolean(Bool)
    /// A string literal; `nil` when it has interpolations.
    case string(String?)
    case regex
    case nilLiteral
    case array([ExpressionID])
    case dictionary([(key: ExpressionID, value: ExpressionID)])
    case tuple([TupleElement])
    /// `x!`, and `x?` in a chain.
    case unwrap(ExpressionID)
    /// `try? x`
    case optionalTry(ExpressionID)
    /// `x as T`, `x as? T` (optional), `x as! T`
    case cast(ExpressionID, TypeReference, isOptional: Bool)
    /// A type used as a value: `[Int]`, `Foo<Bar>`, `(A, B)`; plain names are `name`.
    case type(TypeReference)
    /// `T.self`, `x.self`
    case selfMember(ExpressionID)
    case closure(BodyID)
    case keyPath
    /// Values that one of several branches yields: `a ? b : c`, `if`/`switch` expressions.
    case choice([ExpressionID])
    /// An operator sequence as written, not folded: `a + b * c` has three operands and two operators.
    /// `=`, `+=` and so on are operators here too. A ternary is a `choice`, a cast is a `cast`: both end the sequence
    /// on their left as written.
    case operators(operands: [ExpressionID], operators: [String])
    /// `-x`, `!x`, `x...`
    case unary(String, ExpressionID)
    /// `#name(…)`; arguments are lowered as a call with this callee.
    case macro(String)
}

/// One element of a tuple expression.
package struct TupleElement: Sendable {
    package var label: String?
    package var value: ExpressionID

    package init(label: String?, value: ExpressionID) {
        self.label = label
        self.value = value
    }
}

/// One call: `callee(arguments) { trailing }`, as a `CallList` gives it.
package struct Call: Sendable {
    /// Trailing closures included, in source order.
    package let arguments: ArgumentList
    /// What the enclosing function must not be given for the call to be made.
    package let requirements: [ParameterRequirement]
    /// `name`, `local`, `member`, `implicitMember`, `closure` (applied at once), `macro`, ...
    package let callee: ExpressionID
    /// The body whose code makes this call.
    package let body: BodyID
    /// The whole call, from its receiver's first token to its last closing bracket.
    package let range: SourceRange
    /// The callee's own name: where a finding stands.
    package let nameRange: SourceRange
    package let awaits: AwaitCoverage
    package let isTried: Bool
    /// True below a test that finds that this is not the main thread.
    package let isOffMainThread: Bool
    /// True for `x[…]`: the call stands for a subscript's accessor.
    package let isSubscript: Bool
    /// True for a subscript on the left of `=`: its setter runs.
    package let isWrite: Bool
}

/// A call while its file is collected.
struct CallDraft {
    var callee: ExpressionID
    var arguments: [Argument]
    var awaits: AwaitCoverage
    var isTried: Bool
    var isOffMainThread: Bool
    var requirements: [ParameterRequirement]
    var body: BodyID
    var range: SourceRange
    var nameRange: SourceRange
    var isSubscript: Bool
    var isWrite = false
}

/// A test on the way to a call: `if flag`, `guard let value`, for a parameter of the enclosing function.
package struct ParameterRequirement: Hashable, Sendable {
    package var parameter: Int
    /// The literal with which the call is not made: `true`, `false` or `nil`.
    package var excluded: Literal

    package enum Literal: String, Sendable { case `true`, `false`, `nil` }
}

/// One argument of a call.
package struct Argument: Sendable {
    package var label: String?
    package var value: ExpressionID
    package var isTrailingClosure: Bool
    package var isInOut: Bool
    package var range: SourceRange

    package init(
        label: String?, value: ExpressionID, isTrailingClosure: Bool = false, isInOut: Bool = false,
        range: SourceRange
    ) {
        self.label = label
        self.value = value
        self.isTrailingClosure = isTrailingClosure
        self.isInOut = isInOut
        self.range = range
    }
}

/// What an `await` to the left says about a call or read.
package enum AwaitCoverage: Sendable, Hashable {
    /// No `await` covers it: it is synchronous.
    case none
    /// An `await` covers it together with other calls or reads, any of which may be the asynchronous one.
    case shared
    /// It is the only call or read that the `await` covers: it must be the asynchronous one.
    case sole
}

/// A use of a name or member that is not called: it may run a getter.
package struct MemberRead: Sendable {
    /// A `name`, `member` or `implicitMember` expression.
    package var expression: ExpressionID
    package var body: BodyID
    package var nameRange: SourceRange
    package var awaits: AwaitCoverage
    /// True on the left of `=`: the setter runs, not the getter.
    package var isWrite: Bool
}
