import ProgramModel
import SourceModel

/// All places of the workspace that use a function, when that can be told.
struct FunctionUses {
    let program: Program
    let function: FunctionReference

    /// - Throws: when something may use it that is no plain call of it.
    func calls() throws(FixRefusal) -> [CallReference] {
        let declaration = program.index.function(function)
        let name = program.resolver.symbol(of: function)
        var result: [CallReference] = []
        for call in program.sites.calls(named: declaration.name) {
            let resolution = program.resolver.resolve(call)
            switch resolution.target {
            case .functions(let functions):
                guard functions.contains(function) else { continue }
                guard functions.count == 1 else { throw FixRefusal("a call may mean `\(name)` or another function") }
                result.append(call)
            case .unknown:
                if mayReach(call) { throw FixRefusal("what a call of `\(declaration.name)` means is not known") }
            case .implicitInitializer, .external, .closure, .parameter, .property, .enumCase: continue
            }
        }
        for read in program.sites.reads(named: declaration.name) where !isSomethingElse(read) {
            throw FixRefusal("`\(name)` is used as a value")
        }
        return result
    }

    /// Whether a call of the name, whose meaning is not known, could be a call of the function.
    private func mayReach(_ call: CallReference) -> Bool {
        let declaration = program.index.function(function)
        let site = program.index.call(call)
        guard program.resolver.parameters(of: site, in: declaration) != nil else { return false }
        let summary = program.files[call.file].summary
        if declaration.access == .private || declaration.access == .fileprivate, call.file != function.file {
            return false
        }
        switch summary[site.callee] {
        case .member, .implicitMember: return declaration.parent != nil
        default: return true
        }
    }

    private func isSomethingElse(_ read: ReadReference) -> Bool {
        let site = program.index.read(read)
        if program.resolver.property(site.expression, Scope(file: read.file, body: site.body)) != nil { return true }
        let declaration = program.index.function(function)
        let isHidden = declaration.access == .private || declaration.access == .fileprivate
        if isHidden, read.file != function.file { return true }
        switch program.files[read.file].summary[site.expression] {
        // It stands for a value of the type that is wanted there, which no function is.
        case .implicitMember: return true
        case .name: return declaration.parent != nil && !seesMembers(Scope(file: read.file, body: site.body))
        case .member(let base, _, _):
            if declaration.parent == nil { return true }
            var type = program.resolver.type(of: base, in: Scope(file: read.file, body: site.body)).unwrapped
            if case .metatype(let inner) = type { type = inner }
            guard case .nominal(let id, _) = type, let owner = program.index.owner(of: function) else { return false }
            return !program.resolver.withSupertypes(id).contains(owner)
                && !program.resolver.allSubtypes(of: owner).contains(id)
        default: return false
        }
    }

    /// Whether code names members of the function's type without a receiver.
    private func seesMembers(_ scope: Scope) -> Bool {
        guard let owner = program.index.owner(of: function) else { return true }
        let type = program.index.body(scope.reference).enclosingType
        guard let around = program.index.nominal(of: type, in: scope.file) else { return false }
        return program.resolver.withSupertypes(around).contains(owner)
            || program.index[around].qualifiedName.contains(".")
    }
}
