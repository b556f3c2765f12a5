import SourceModel

/// Finds the places that run a piece of code: calls of functions, reads of computed properties, calls of closures that
/// are kept in a name.
///
/// What the calls of a name reach is found out once for all functions of that name.
final class Callers {
    private let resolver: Resolver
    private let contexts: ContextResolver
    private let sites: SiteIndex
    private var known: ReferenceTable<FunctionID, [(Site, Confidence)]>
    private var resolvedNames: Set<String> = []
    private var callersOfFunctions: ReferenceTable<FunctionID, [(Site, Confidence)]>

    init(resolver: Resolver, contexts: ContextResolver, sites: SiteIndex) {
        self.resolver = resolver
        self.contexts = contexts
        self.sites = sites
        known = ReferenceTable(files: resolver.index.files.count)
        callersOfFunctions = ReferenceTable(files: resolver.index.files.count)
    }

    /// Calls and reads that run a function, with the confidence of each.
    func of(_ function: FunctionReference) -> [(Site, Confidence)] {
        if let known = known[function] { return known }
        let found = find(function)
        known.set(function, to: found)
        return found
    }

    private func find(_ function: FunctionReference) -> [(Site, Confidence)] {
        let declaration = resolver.index.function(function)
        switch declaration.kind {
        case .function where declaration.name == "callAsFunction":
            // Called by the names of values.
            return calls(named: sites.names.filter { !$0.looksLikeType }.sorted(), reaching: function)
        case .function:
            return calls(named: [declaration.name], reaching: function) + references(to: function, declaration)
        case .initializer:
            guard let owner = resolver.index.owner(of: function) else { return [] }
            // Subclasses and aliases spell other names.
            var names = [resolver.index[owner].name, "init"]
            names += resolver.allSubtypes(of: owner).map { resolver.index[$0].name }
            return calls(named: names, reaching: function)
        case .getter:
            return reads(named: declaration.name, reaching: function, isWrite: false)
                + wrappedUses(of: function, declaration, isWrite: false)
        case .setter, .observer:
            return reads(named: declaration.name, reaching: function, isWrite: true)
                + wrappedUses(of: function, declaration, isWrite: true)
        case .subscriptGetter, .subscriptSetter: return calls(named: [declaration.name], reaching: function)
        case .deinitializer: return []
        }
    }

    private func calls(named names: [String], reaching function: FunctionReference) -> [(Site, Confidence)] {
        for name in names where resolvedNames.insert(name).inserted { resolveCalls(named: name) }
        return callersOfFunctions[function] ?? []
    }

    /// Finds out once what all calls of a name reach.
    private func resolveCalls(named name: String) {
        for site in sites.named(name) {
            guard case .call(let call) = site else { continue }
            let resolution = resolver.resolve(call)
            guard case .functions(let functions) = resolution.target else { continue }
            // Of several candidates any may run, unless they are one function under different `#if` conditions.
            let isOne = functions.count == 1 || resolver.areAlternatives(functions)
            let confidence = isOne ? resolution.confidence : .possible
            for function in functions { callersOfFunctions.append((site, confidence), to: function) }
        }
    }

    /// Uses of properties whose wrapper has the accessor as its `wrappedValue`.
    private func wrappedUses(
        of accessor: FunctionReference, _ declaration: FunctionDeclaration, isWrite: Bool
    ) -> [(Site, Confidence)] {
        guard declaration.name == "wrappedValue", let owner = resolver.index.owner(of: accessor) else { return [] }
        let wrapper = resolver.index[owner].name
        var result: [(Site, Confidence)] = []
        for file in resolver.index.files.indices {
            for (position, property) in resolver.index.files[file].summary.properties.enumerated()
            where property.attributes.contains(wrapper) {
                let reference = PropertyReference(file, PropertyID(position))
                result += uses(of: reference, named: property.name, isWrite: isWrite).map { ($0, .likely) }
            }
        }
        return result
    }

    private func uses(of property: PropertyReference, named name: String, isWrite: Bool) -> [Site] {
        sites.named(name).filter { site in
            guard case .read(let reference) = site else { return false }
            let read = resolver.index.read(reference)
            let scope = Scope(file: reference.file, body: read.body)
            return read.isWrite == isWrite && resolver.property(read.expression, scope) == property
        }
    }

    /// Places where a function is handed to something that runs it at once: `names.map(load)`.
    private func references(
        to function: FunctionReference, _ declaration: FunctionDeclaration
    ) -> [(Site, Confidence)] {
        sites.named(declaration.name).compactMap { site in
            guard case .read(let reference) = site else { return nil }
            let read = resolver.index.read(reference)
            let scope = Scope(file: reference.file, body: read.body)
            guard let use = contexts.closures.argumentUse(of: read.expression, in: reference.file),
                resolver.functions(named: read.expression, in: scope) == [function],
                contexts.closures.placement(ofArgument: use.index, of: use.call, isAsync: false) == .inline
            else { return nil }
            return (site, .likely)
        }
    }

    private func reads(
        named name: String, reaching accessor: FunctionReference, isWrite: Bool
    ) -> [(Site, Confidence)] {
        sites.named(name).compactMap { site in
            guard case .read(let reference) = site else { return nil }
            let read = resolver.index.read(reference)
            guard read.isWrite == isWrite, read.awaits != .sole,
                let property = resolver.property(
                    read.expression, Scope(file: reference.file, body: read.body)),
                property.file == accessor.file
            else { return nil }
            let declaration = resolver.index.property(property)
            let accessors = [declaration.getter, declaration.setter].compactMap(\.self) + declaration.observers
            return accessors.contains(accessor.id) ? (site, .certain) : nil
        }
    }

    /// Calls of a closure that is kept in a local or a property.
    func of(_ form: ClosureForm, _ closure: BodyReference) -> [(Site, Confidence)] {
        switch form.use {
        case .bound(let local):
            let name = resolver.index.local(LocalReference(closure.file, local)).name
            return sites.named(name).compactMap { site in
                guard case .call(let call) = site, case .closure(closure) = resolver.resolve(call).target else {
                    return nil
                }
                return (site, .certain)
            }
        case .property, .assigned: return holder(of: form, closure).map { calls(ofFunctionIn: $0) } ?? []
        case .argument:
            guard let holder = holder(of: form, closure) else { return [] }
            let confidence: Confidence = isAlone(closure, in: holder) ? .likely : .possible
            // What a test hands over says nothing about the code that ships.
            let isTest = resolver.index.files[closure.file].isTest
            return calls(ofFunctionIn: holder).compactMap { site, _ in
                isTest && !resolver.index.files[site.file].isTest ? nil : (site, confidence)
            }
        case .applied, .other: return []
        }
    }

    /// The property that a closure is kept in, under whose name all code may call it.
    func holder(of form: ClosureForm, _ closure: BodyReference) -> PropertyReference? {
        switch form.use {
        case .property(let property): PropertyReference(closure.file, property)
        case .assigned(let target): resolver.property(target, Scope(closure.file, parentOf: closure, resolver))
        case .argument(let call, let index):
            resolver.storedProperty(ofArgument: index, in: CallReference(closure.file, call))
        case .bound, .applied, .other: nil
        }
    }

    /// Whether no other closure is handed to initializers for the same property, tests aside: of several, nobody knows
    /// which one a call runs.
    private func isAlone(_ closure: BodyReference, in property: PropertyReference) -> Bool {
        guard let owner = resolver.index.nominal(of: resolver.index.property(property).parent, in: property.file)
        else { return true }
        let calls = sites.calls(named: resolver.index[owner].name) + sites.calls(named: "init")
        return !calls.contains { reference in
            let file = resolver.index.files[reference.file]
            guard !file.isTest else { return false }
            return resolver.index.call(reference).arguments.enumerated().contains { position, argument in
                guard case .closure(let body) = file.summary[argument.value],
                    BodyReference(reference.file, body) != closure
                else { return false }
                return resolver.storedProperty(ofArgument: position, in: reference) == property
            }
        }
    }

    private func calls(ofFunctionIn property: PropertyReference) -> [(Site, Confidence)] {
        sites.named(resolver.index.property(property).name).compactMap { site in
            guard case .call(let call) = site, case .property(property) = resolver.resolve(call).target else {
                return nil
            }
            return (site, .likely)
        }
    }

    /// Calls that leave out the parameter whose default value a body is.
    func of(defaultArgument body: BodyReference, of function: FunctionReference) -> [(Site, Confidence)] {
        let declaration = resolver.index.function(function)
        guard let parameter = resolver.parameter(withDefault: body, of: function) else { return [] }
        return of(function).filter { site, _ in
            guard case .call(let call) = site,
                let assigned = resolver.parameters(of: resolver.index.call(call), in: declaration)
            else { return false }
            return !assigned.contains(parameter)
        }
    }

    /// Code that runs a property's initial value: first uses of static, lazy and global ones, initializers of the rest.
    func of(_ property: PropertyReference) -> [(Site, Confidence)] {
        let declaration = resolver.index.property(property)
        guard let owner = resolver.index.nominal(of: declaration.parent, in: property.file),
            !declaration.isStatic, !declaration.isLazy
        else {
            return sites.named(declaration.name).compactMap { site in
                guard case .read(let reference) = site else { return nil }
                let read = resolver.index.read(reference)
                let scope = Scope(file: reference.file, body: read.body)
                // Only the first use runs it, and which one that is cannot be told.
                return resolver.property(read.expression, scope) == property ? (site, .possible) : nil
            }
        }
        return sites.named(resolver.index[owner].name).compactMap { site in
            guard case .call(let call) = site else { return nil }
            switch resolver.resolve(call).target {
            case .implicitInitializer(owner): return (site, .likely)
            case .functions(let functions):
                let makes = functions.contains {
                    resolver.index.function($0).kind == .initializer && resolver.index.owner(of: $0) == owner
                }
                return makes ? (site, .likely) : nil
            default: return nil
            }
        }
    }
}
