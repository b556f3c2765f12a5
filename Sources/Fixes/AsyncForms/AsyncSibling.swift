import ProgramModel
import SourceModel
import SwiftSyntax

/// Awaits the async form that the call's own type has: an overload, or a function with `Async` behind its name.
struct AsyncSibling {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    func draft() throws(FixRefusal) -> FixDraft {
        guard let call = site.call, case .functions(let functions) = program.resolver.resolve(call).target,
            functions.count == 1, let function = functions.first, let sibling = sibling(of: function)
        else { throw FixRefusal("no async form takes the same parameters and returns the same type") }
        let other = program.index.function(sibling)
        let place = try AwaitPlace(of: site.node)
        if other.isThrowing, !place.mayThrow {
            throw FixRefusal("the async form throws, and nothing here takes an error")
        }
        if place.coveringTry != nil, !other.isThrowing { throw FixRefusal("the async form throws nothing") }
        var rewrites = try place.words(addingTry: other.isThrowing, target)
        let name = program.index.call(call).nameRange
        if other.name != program.index.function(function).name {
            rewrites.append(target.replacing(name, with: other.name))
        }
        var reasons: [String] = []
        if let hazard = StateHazard(program: program, target: target).reason(at: site) { reasons.append(hazard) }
        return FixDraft(
            title: "Await `\(program.resolver.symbol(of: sibling))`", style: .asyncAPI, reasons: reasons,
            rewrites: rewrites)
    }

    private func sibling(of function: FunctionReference) -> FunctionReference? {
        let declaration = program.index.function(function)
        guard let owner = program.index.owner(of: function) else { return nil }
        for name in [declaration.name, declaration.name + "Async"] {
            for case .function(let candidate) in program.index.members(named: name, of: owner) {
                let other = program.index.function(candidate)
                guard candidate != function, other.isAsync, other.isStatic == declaration.isStatic,
                    other.parameters.map(\.label) == declaration.parameters.map(\.label),
                    other.parameters.map(\.type) == declaration.parameters.map(\.type),
                    other.result == declaration.result,
                    other.access != .private && other.access != .fileprivate || candidate.file == site.site.file
                else { continue }
                return candidate
            }
        }
        return nil
    }
}

/// Awaits the same call: the library has an async overload of it.
struct AsyncOverload {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    func draft() throws(FixRefusal) -> FixDraft {
        let place = try AwaitPlace(of: site.node)
        guard place.coveringTry != nil || place.mayThrow else {
            throw FixRefusal("the async form throws, and nothing here takes an error")
        }
        var reasons: [String] = []
        if let hazard = StateHazard(program: program, target: target).reason(at: site) { reasons.append(hazard) }
        return FixDraft(
            title: "Await the async form of the same call", style: .asyncAPI, reasons: reasons,
            rewrites: try place.words(addingTry: true, target))
    }
}
