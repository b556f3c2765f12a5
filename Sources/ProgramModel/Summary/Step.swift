import SourceModel

/// What one stretch of code does, in the order in which it does it, with its branches and loops.
///
/// The steps of a closure are in its own body; its creation is not a step. Most steps are calls and reads, so what takes
/// more than the eight bytes of a pointer stands in a box of its own.
package enum Step: Sendable {
    /// A call. Its receiver and arguments come before it.
    case call(CallID)
    case read(ReadID)
    /// A suspension that no call or read stands for: `for await`, `await task.value` is a read, `await x` of a local.
    indirect case suspension(SourceRange)
    /// `target = value`, after the steps of both.
    indirect case assignment(target: ExpressionID, value: ExpressionID)
    /// `if`, `switch`, `guard`, `?:`, `&&`, `||`, `??`, `do`-`catch`: one list per way through, an empty one when the
    /// code may be skipped. Conditions come before.
    case branch([[Step]])
    indirect case loop(Loop)
    /// The code of a `defer`, where it is written; it runs when the surrounding `scope` ends.
    case deferred([Step])
    /// A block with a scope of its own: `do { }`, a branch's braces, a function's body.
    case scope([Step])
    indirect case exit(Exit)

    /// How control leaves.
    package enum Exit: Sendable {
        case `return`(ExpressionID?)
        case `throw`
        case `break`(label: String?)
        case `continue`(label: String?)
        case `fallthrough`
    }
}

/// A loop.
package struct Loop: Sendable {
    package enum Kind: Sendable { case `for`, forAwait, `while`, repeatWhile }

    package var kind: Kind
    /// The steps of the condition, run before (after, for `repeat`) each round; for `for` the steps of the sequence,
    /// run once.
    package var condition: [Step]
    /// The condition's expressions of `while` and `repeat`; empty for `for`.
    package var conditionExpressions: [ExpressionID]
    package var body: [Step]
    /// `for`, `while` or `repeat`.
    package var keywordRange: SourceRange
    package var label: String?
    package var range: SourceRange
}
