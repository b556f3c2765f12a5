/// The names that code spells where it runs a region: what can be said of callers without resolving a call.
package enum RunningNames {
    /// No code but that of the region's own file runs it.
    case none
    /// Some name is spelled, and any may be.
    case any
    /// One of these is spelled.
    case some([String])

    /// - Parameter isSpelled: asked of one name after the other.
    package func contains(where isSpelled: (String) -> Bool) -> Bool {
        switch self {
        case .none: false
        case .any: true
        case .some(let names): names.contains(where: isSpelled)
        }
    }
}

extension Resolver {
    /// Must be kept in step with `Callers`, which knows what the calls of a name reach.
    ///
    /// - Parameter holder: the name of the property that keeps the region, when it is a closure.
    func names(thatRun region: BodyReference, holder: String?) -> RunningNames {
        switch index.kind(of: region) {
        case .function(let id), .defaultArgument(let id): return names(thatRun: FunctionReference(region.file, id))
        case .closure: return holder.map { .some([$0]) } ?? .none
        case .propertyInitializer(let id):
            let property = index.property(PropertyReference(region.file, id))
            let owner = index.nominal(of: property.parent, in: region.file)
            return .some([property.name] + (owner.map(namesOfInstances) ?? []))
        case .topLevel, .asyncLet: return .none
        }
    }

    func names(thatRun function: FunctionReference) -> RunningNames {
        let declaration = index.function(function)
        if declaration.enclosingBody != nil || declaration.kind == .deinitializer { return .none }
        // Other names are spelled where these run.
        if ["wrappedValue", "callAsFunction"].contains(declaration.name) { return .any }
        guard declaration.kind == .initializer else { return .some([declaration.name]) }
        return index.owner(of: function).map { .some(namesOfInstances(of: $0)) } ?? .none
    }

    /// Subclasses and aliases spell other names.
    private func namesOfInstances(of type: NominalID) -> [String] {
        ["init", index[type].name] + allSubtypes(of: type).map { index[$0].name }
    }
}

extension Program {
    /// Whether code outside some files spells a name under which it may run a region. Must be asked of a program that was
    /// linked whole.
    ///
    /// - Parameters:
    ///   - region: of `program`.
    ///   - program: this one, or one in which only the files were changed.
    package func mayRun(_ region: BodyReference, of program: Program, outside files: Set<Int>) -> Bool {
        let names = program.resolver.names(thatRun: region, holder: program.effects.holder(of: region))
        return names.contains { isSpelled($0, outside: files) }
    }

    /// As above, for a function that may have no body.
    package func mayRun(_ function: FunctionReference, outside files: Set<Int>) -> Bool {
        resolver.names(thatRun: function).contains { isSpelled($0, outside: files) }
    }

    /// Whether code outside some files calls or reads anything by a name.
    package func isSpelled(_ name: String, outside files: Set<Int>) -> Bool {
        sites.isSpelled(name, outside: files)
    }
}
