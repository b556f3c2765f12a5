import ProgramModel
import SourceModel
import SwiftSyntax

/// The call that can move as a whole, when what blocks stands in a closure that it runs before it returns:
/// `names.map { read($0) }`, `lock.withLock { read() }`.
struct EnclosingCall {
    let program: Program
    let target: FixTarget

    /// The innermost such call that stands in a function, or in code that may await.
    /// - Throws: when the closure is called by something else, or the call suspends itself.
    func site(around inner: BlockingSite) throws(FixRefusal) -> BlockingSite {
        var site = inner
        while !AsynchronousCode(program: program).contains(site.body),
            case .closure(let form) = program.index.kind(of: site.body)
        {
            guard case .argument(let id, _) = form.use, program.contexts.closures.placement(of: site.body) == .inline
            else { throw FixRefusal("the closure around the call is synchronous") }
            let call = CallReference(site.body.file, id)
            guard program.index.call(call).awaits == .none else {
                throw FixRefusal("the closure around the call is synchronous, and so is what its caller hands it to")
            }
            site = try BlockingSite(.call(call), in: program, target)
        }
        return site
    }
}
