import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Refuses to move code that an actor guards: a closure of another thread may not call it.
struct IsolationCheck {
    let program: Program
    let file: Int
    /// Properties that are read before the closure begins.
    let copied: Set<String>
    /// Parts of the code that do not move.
    var left: [SourceRange] = []

    func check(_ code: [Syntax]) throws(CaptureProblem) {
        let ranges = code.map(\.textRange)
        let moves = { (place: Int) in
            ranges.contains { $0.contains(place) } && !left.contains { $0.contains(place) }
        }
        let summary = program.files[file].summary
        for position in summary.calls.indices {
            let name = summary.calls[position].nameRange
            guard moves(name.start) else { continue }
            try check(CallReference(file, CallID(position)))
        }
        for read in summary.reads where moves(read.nameRange.start) {
            guard let property = program.resolver.property(read.expression, Scope(file: file, body: read.body)) else {
                continue
            }
            let declaration = program.index.property(property)
            if copied.contains(declaration.name), !declaration.isStatic { continue }
            let isFree = program.contexts.isolation.isolation(of: property) == .none
            guard isFree || !declaration.isMutable && declaration.getter == nil else {
                throw .refused("`\(declaration.name)` belongs to an actor")
            }
        }
    }

    private func check(_ call: CallReference) throws(CaptureProblem) {
        let isolation = program.contexts.isolation
        switch program.resolver.resolve(call).target {
        case .functions(let functions):
            for function in functions where isolation.isolation(of: function) != .none {
                let name = program.resolver.symbol(of: function)
                throw .refused("`\(name)` is isolated to an actor: make it `nonisolated` or `async`")
            }
        case .implicitInitializer(let id):
            if let isolation = isolation.isolation(ofType: id), isolation != .none {
                throw .refused("`\(program.index[id].qualifiedName)` is isolated to an actor")
            }
        case .external(let callee):
            guard case .nominal(let id, _)? = callee.receiver?.unwrapped else { return }
            if let isolation = isolation.isolation(ofType: id), isolation != .none {
                throw .refused("`\(program.index[id].qualifiedName)` is isolated to an actor")
            }
        case .closure, .parameter, .property, .enumCase, .unknown: return
        }
    }
}
