import RuleCatalogue
import SourceModel

/// Finds where closures run: from the catalogue for library functions, from the callee's own code otherwise.
package final class ClosurePlacement {
    private let resolver: Resolver
    private let isolation: IsolationResolver
    private let uses: LocalUses
    private var placements: ReferenceTable<BodyID, Placement>
    private var parameterPlacements: ReferenceTable<LocalID, Placement>

    init(resolver: Resolver, isolation: IsolationResolver) {
        self.resolver = resolver
        self.isolation = isolation
        uses = LocalUses(files: resolver.index.files)
        placements = ReferenceTable(files: resolver.index.files.count)
        parameterPlacements = ReferenceTable(files: resolver.index.files.count)
    }

    /// Frees what is quickly made again.
    func forgetUses() { uses.removeAll() }

    package func placement(of body: BodyReference) -> Placement {
        if let known = placements[body] { return known }
        placements.set(body, to: .unknown)
        let found = compute(body)
        placements.set(body, to: found)
        return found
    }

    /// The call that has an expression as an argument, with its position.
    func argumentUse(of expression: ExpressionID, in file: Int) -> (call: CallReference, index: Int)? {
        uses.argumentUse(of: expression, in: file)
    }

    /// The outermost body that a body runs in place inside of.
    package func region(of body: BodyReference) -> BodyReference {
        var current = body
        var steps = 0
        while steps < 300, placement(of: current) == .inline, let parent = resolver.index.parent(of: current) {
            steps += 1
            current = parent
        }
        return current
    }

    private func compute(_ body: BodyReference) -> Placement {
        switch resolver.index.kind(of: body) {
        case .topLevel, .function, .propertyInitializer, .defaultArgument: return .callable
        case .asyncLet: return .context(.asyncLet, .cooperativePool)
        case .closure(let form): return placement(of: form, body)
        }
    }

    private func placement(of form: ClosureForm, _ body: BodyReference) -> Placement {
        let isAsync = form.isDeclaredAsync || resolver.index.body(body).isAsync
        let stated = isolation.stated(form.isolation, in: body.file)
        if case .globalActor(let name)? = stated {
            let executor: ContextExecutor = name == "MainActor" ? .mainThread : .cooperativePool
            return .context(name == "MainActor" ? .mainActor : .globalActor, executor)
        }
        switch form.use {
        case .applied: return isAsync ? .context(.asyncClosure, .cooperativePool) : .inline
        case .argument(let call, let index):
            let found = placement(ofArgument: index, of: CallReference(body.file, call), isAsync: isAsync)
            if found == .unknown, isAsync { return .context(.asyncClosure, .cooperativePool) }
            return found
        case .bound(let local):
            let type = resolver.type(ofLocal: LocalReference(body.file, local))
            return storedPlacement(type, isAsync)
        case .property(let property):
            return storedPlacement(resolver.type(of: PropertyReference(body.file, property)), isAsync)
        case .assigned(let target):
            let scope = Scope(body.file, parentOf: body, resolver)
            return storedPlacement(resolver.type(of: target, in: scope), isAsync)
        case .other: return storedPlacement(.unknown, isAsync)
        }
    }

    /// A closure that is kept: asynchronous ones are contexts of their own, whatever their code looks like.
    private func storedPlacement(_ type: ResolvedType, _ isAsync: Bool) -> Placement {
        if case .function(let shape) = type.unwrapped, shape.isAsync {
            return .context(.asyncClosure, .cooperativePool)
        }
        return isAsync ? .context(.asyncClosure, .cooperativePool) : .callable
    }

    // MARK: Arguments

    /// Where a function value runs that is passed to a call.
    func placement(ofArgument index: Int, of call: CallReference, isAsync: Bool, depth: Int = 0) -> Placement {
        guard depth < 6 else { return .unknown }
        switch resolver.resolve(call).target {
        case .functions(let functions):
            let found = functions.map { placement(ofArgument: index, of: call, to: $0, isAsync: isAsync, depth) }
            // A library that is analysed itself is also described by the catalogue.
            guard let first = found.first, found.allSatisfy({ $0 == first }) else { return .unknown }
            return first == .unknown ? keptPlacement(index, call, isAsync) : first
        case .implicitInitializer: return keptPlacement(index, call, isAsync)
        case .external, .unknown, .property, .parameter: return libraryPlacement(index, call, isAsync)
        case .closure(let closure):
            return isAsync ? .unknown : usePlacement(ofParameter: index, of: closure, depth)
        case .enumCase: return .unknown
        }
    }

    private func placement(
        ofArgument index: Int, of call: CallReference, to function: FunctionReference, isAsync: Bool, _ depth: Int
    ) -> Placement {
        let declaration = resolver.index.function(function)
        guard let position = resolver.parameter(ofArgument: index, of: resolver.index.call(call), in: declaration)
        else { return .unknown }
        // An actor with an executor of its own runs there whatever it is given.
        if case .actor(let actor) = isolation.isolation(of: function), isolation.hasOwnExecutor(actor) {
            return .detached
        }
        let type = declaration.parameters[position].type
        guard case .function(let shape) = type.withoutOptional else {
            guard !isAsync, let body = declaration.body else { return .unknown }
            return usePlacement(ofParameter: position, of: BodyReference(function.file, body), depth)
        }
        for name in shape.attributes where isolation.stated(.globalActor(name), in: function.file) != nil {
            if name == "MainActor" { return .context(.mainActor, .mainThread) }
            if name != "Sendable", name != "escaping", name != "autoclosure", name != "convention" {
                return .context(.globalActor, .cooperativePool)
            }
        }
        if shape.isAsync {
            let inherits = !shape.attributes.contains("Sendable") && !shape.isEscaping
            return .context(.asyncClosure, inherits ? executorOfCaller(call) : .cooperativePool)
        }
        let isOptional = type != type.withoutOptional
        // What an asynchronous function does with a closure, it does wherever it runs itself.
        if !shape.isEscaping, !isOptional, !declaration.isAsync { return .inline }
        guard let body = declaration.body else { return .unknown }
        return usePlacement(ofParameter: position, of: BodyReference(function.file, body), depth)
    }

    private func executorOfCaller(_ call: CallReference) -> ContextExecutor {
        let root = region(of: BodyReference(call.file, resolver.index.call(call).body))
        guard case .function(let function) = resolver.index.kind(of: root) else { return .cooperativePool }
        let isolation = isolation.isolation(of: FunctionReference(root.file, function))
        return isolation.isMainActor ? .mainThread : .cooperativePool
    }

    /// Where a function runs the closure that it takes as a parameter: where it calls it, or hands it on to.
    private func usePlacement(ofParameter position: Int, of body: BodyReference, _ depth: Int) -> Placement {
        let parameters = resolver.index.body(body).parameters
        guard parameters.indices.contains(position) else { return .unknown }
        let local = LocalReference(body.file, parameters[position])
        if let known = parameterPlacements[local] { return known }
        parameterPlacements.set(local, to: .unknown)
        var found: [Placement] = []
        for call in uses.calls(of: local) {
            found.append(placement(from: BodyReference(body.file, resolver.index.call(call).body), to: body))
        }
        for (call, index) in uses.passes(of: local) {
            let outer = placement(from: BodyReference(body.file, resolver.index.call(call).body), to: body)
            guard outer == .inline else {
                found.append(outer)
                continue
            }
            found.append(placement(ofArgument: index, of: call, isAsync: false, depth: depth + 1))
        }
        let result: Placement
        if let first = found.first, found.allSatisfy({ $0 == first }) {
            result = first
        } else {
            result = .unknown
        }
        parameterPlacements.set(local, to: result)
        return result
    }

    /// Where code in an inner body runs, seen from an outer one.
    private func placement(from inner: BodyReference, to outer: BodyReference) -> Placement {
        var current = inner
        var steps = 0
        while current != outer, steps < 300 {
            steps += 1
            let own = placement(of: current)
            guard own == .inline else { return own == .callable ? .unknown : own }
            guard let parent = resolver.index.parent(of: current) else { return .unknown }
            current = parent
        }
        return current == outer ? .inline : .unknown
    }

    /// An initializer may keep what it is given, for those who call it by the name of a property.
    private func keptPlacement(_ index: Int, _ call: CallReference, _ isAsync: Bool) -> Placement {
        let found = libraryPlacement(index, call, isAsync)
        guard found == .unknown, let property = resolver.storedProperty(ofArgument: index, in: call) else {
            return found
        }
        if !isAsync, belongsToView(property) { return .context(.mainActor, .mainThread) }
        return storedPlacement(resolver.type(of: property), isAsync)
    }

    /// Whether a property is an action of a value that lives on the main actor, as SwiftUI's views do: nobody calls
    /// such a closure elsewhere, unless it is `Sendable`.
    private func belongsToView(_ property: PropertyReference) -> Bool {
        let declaration = resolver.index.property(property)
        guard isolation.isolation(of: property).isMainActor,
            let owner = resolver.index.nominal(of: declaration.parent, in: property.file),
            resolver.index[owner].kind == .struct, case .function(let shape)? = declaration.type?.withoutOptional
        else { return false }
        return !shape.isAsync && !shape.attributes.contains("Sendable")
    }

    // MARK: Libraries

    private func libraryPlacement(_ index: Int, _ reference: CallReference, _ isAsync: Bool) -> Placement {
        let call = resolver.index.call(reference)
        let name = call.baseName(in: resolver.index.files[reference.file].summary)
        let scope = Scope(file: reference.file, body: call.body)
        let labels = call.plainLabels
        let trailing = call.trailingClosureCount
        let entries = candidates(name, reference).filter {
            $0.describesArgument(at: index, labels: labels, trailingClosures: trailing)
                && holds($0.when, call, scope)
        }
        guard let first = entries.first else { return .unknown }
        if receiverIsUnknown(reference), !entries.allSatisfy({ $0.runs == first.runs }) { return .unknown }
        return placement(of: first.runs, reference, isAsync)
    }

    private func receiverIsUnknown(_ call: CallReference) -> Bool {
        switch resolver.resolve(call).target {
        case .external(let callee):
            callee.kind != .initializer && (callee.receiver.map { $0.isUnknown || isUndescribed($0) } ?? false)
        case .functions, .implicitInitializer: false
        default: true
        }
    }

    /// Entries for the callee: of its receiver's type, of free functions, or of the name when nothing is known.
    private func candidates(_ name: String, _ reference: CallReference) -> [ClosureEntry] {
        let resolution = resolver.resolve(reference)
        switch resolution.target {
        case .external(let callee):
            guard let receiver = callee.receiver else {
                return resolver.catalogue.closures(named: name).filter { $0.declaration.typeName == nil }
            }
            if callee.kind != .initializer, receiver.isUnknown || isUndescribed(receiver) {
                return resolver.catalogue.closures(named: name).filter {
                    $0.declaration.typeName != nil && !$0.declaration.isInitializer
                        && resolver.isVisible($0.modules, from: reference.file)
                }
            }
            return entries(callee.kind == .initializer ? "init" : callee.name, receiver)
        case .implicitInitializer(let id): return entries("init", .nominal(id, arguments: []))
        case .functions(let functions):
            guard let function = functions.first else { return [] }
            let declared = resolver.index.function(function).name
            guard let owner = resolver.index.owner(of: function) else {
                return resolver.catalogue.closures(named: declared).filter { entry in
                    entry.declaration.typeName == nil
                        && entry.modules.contains(resolver.index.files[function.file].module)
                }
            }
            return entries(declared, .nominal(owner, arguments: []))
        default: return []
        }
    }

    /// A library's type that the catalogue says nothing about: only the method's name can tell.
    private func isUndescribed(_ receiver: ResolvedType) -> Bool {
        guard case .nominal(let id, _) = receiver else { return false }
        let nominal = resolver.index[id]
        return !nominal.isDeclared && nominal.declarations.isEmpty && !resolver.isCollection(id)
            && resolver.catalogue.types(named: nominal.qualifiedName).isEmpty
    }

    private func entries(_ name: String, _ receiver: ResolvedType) -> [ClosureEntry] {
        for owner in resolver.nominals(in: receiver).flatMap({ resolver.withSupertypes($0) }) {
            let nominal = resolver.index[owner]
            let key = name == "init" ? nominal.name : name
            let found = resolver.catalogue.closures(named: key).filter { entry in
                guard entry.declaration.typeName == nominal.qualifiedName else { return false }
                guard let module = nominal.module else { return true }
                return entry.modules.contains(module)
            }
            if !found.isEmpty { return found }
        }
        // Collections are many; the catalogue describes `Sequence` once.
        if name != "init", resolver.nominals(in: receiver).contains(where: { resolver.isCollection($0) }) {
            return resolver.catalogue.closures(named: name).filter {
                ["Sequence", "Collection", "Array"].contains($0.declaration.typeName ?? "")
            }
        }
        return []
    }

    private func holds(_ conditions: [Condition], _ call: Call, _ scope: Scope) -> Bool {
        conditions.allSatisfy { condition in
            switch condition {
            case .receiver(let test):
                guard case .member(let base, _, _) = resolver.index.files[scope.file].summary[call.callee] else {
                    return false
                }
                return resolver.receiver(base, is: test, in: scope)
            case .argument(let reference, let test):
                guard case .label(let label) = reference,
                    let argument = call.arguments.first(where: { $0.label == label })
                else { return false }
                return resolver.check(test, argument.value, in: scope) == .holds
            case .context: return false
            }
        }
    }

    private func placement(of execution: ClosureExecution, _ call: CallReference, _ isAsync: Bool) -> Placement {
        switch execution {
        case .inPlace: .inline
        case .pool: .context(.taskClosure, .cooperativePool)
        case .task: .context(.taskClosure, executorOfCaller(call))
        case .taskGroup: .context(.taskGroupClosure, .cooperativePool)
        case .main: .context(.mainActor, .mainThread)
        // Whatever takes an asynchronous closure there starts a task for it.
        case .eventLoop: isAsync ? .context(.asyncClosure, .cooperativePool) : .context(.eventLoop, .eventLoop)
        case .thread, .dispatch: .detached
        case .dispatchGlobal: .globalQueue
        case .elsewhere: isAsync ? .context(.asyncClosure, .cooperativePool) : .unknown
        }
    }
}
