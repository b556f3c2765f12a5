import SourceModel

/// A stretch of code that runs as one: a function's body, a closure, an `async let` initializer, top-level code.
package struct Body: Sendable {
    package enum Kind: Sendable {
        case topLevel
        case function(FunctionID)
        case closure(ClosureForm)
        /// The initializer of an `async let`: runs in a child task.
        case asyncLet
        /// A property's initializer.
        case propertyInitializer(PropertyID)
        /// A parameter's default value: runs in the caller.
        case defaultArgument(FunctionID)
    }

    package var kind: Kind
    /// The body that the code stands in, lexically.
    package var parent: BodyID?
    /// The innermost type whose `self` the code sees.
    package var enclosingType: TypeID?
    /// Written `async`, or with an `await` (or `for await`, `async let`) of its own.
    package var isAsync: Bool
    package var steps: [Step]
    /// Parameters in order; for closures without a signature `$0`, `$1`, ... as far as they are used.
    package var parameters: [LocalID]
    package var range: SourceRange
    /// Where the word stands that opens it: `func` name, closure brace.
    package var nameRange: SourceRange
}

/// How a closure is written and what is done with it where it stands.
///
/// A class, so that looking at a body copies little.
package final class ClosureForm: Sendable {
    package enum Use: Sendable {
        /// Passed to a call, as the argument with this index.
        case argument(CallID, index: Int)
        /// Called where it stands: `{ … }()`.
        case applied(CallID)
        /// The initial value of a local: `let work = { … }`.
        case bound(LocalID)
        /// Assigned to something: `process.terminationHandler = { … }`.
        case assigned(target: ExpressionID)
        /// The initial value of a property.
        case property(PropertyID)
        /// Returned, put into a collection, compared, ...
        case other
    }

    package let use: Use
    /// `{ @MainActor in … }` and the like.
    package let isolation: DeclaredIsolation
    package let attributes: [String]
    /// The signature says `async`.
    package let isDeclaredAsync: Bool
    package let result: TypeReference?
    /// `[weak self]`, `[x = y]`.
    package let captures: [String]

    init(
        use: Use, isolation: DeclaredIsolation, attributes: [String], isDeclaredAsync: Bool,
        result: TypeReference?, captures: [String]
    ) {
        self.use = use
        self.isolation = isolation
        self.attributes = attributes
        self.isDeclaredAsync = isDeclaredAsync
        self.result = result
        self.captures = captures
    }
}

/// A name that a local scope declares.
package struct Local: Sendable {
    package enum Origin: Sendable {
        /// `let x = value`, `var x: T`
        case binding(value: ExpressionID?)
        /// `if let x = value`, `guard let x = value`, `while let`
        case unwrapped(value: ExpressionID)
        /// `for x in sequence`
        case element(of: ExpressionID)
        /// A parameter of a function.
        case parameter(index: Int)
        /// A parameter of a closure; `$0` too.
        case closureParameter(BodyID, index: Int)
        /// `catch let error`, implicit `error`
        case caughtError
        /// The implicit `newValue`/`oldValue` of accessors.
        case accessorValue
        /// Element `index` (or labelled) of a tuple pattern over `value`.
        indirect case tupleElement(value: ExpressionID, index: Int, label: String?)
        /// A payload in `case .name(let x)` when matching `subject`.
        indirect case payload(caseName: String, index: Int, label: String?, subject: ExpressionID)
        /// `case let x as T`: the type is in `Local.type`.
        case castPattern
        /// A nested function: `func helper() {}` inside a body.
        case function(FunctionID)
        /// `[x = y]` in a capture list.
        case capture(value: ExpressionID)
        case unknown
    }

    package var name: String
    package var type: TypeReference?
    package var origin: Origin
    package var isMutable: Bool
    /// The body that declares it.
    package var body: BodyID
}
