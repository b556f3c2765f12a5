/// Finds queues that stand for a lock: all that runs on them loads and stores a few values.
///
/// `queue.sync { _value }` then waits no longer than a lock that guards the same value.
extension Resolver {
    /// Whether an expression is a property that holds such a queue. Remembered for each property.
    func isStateQueue(_ id: ExpressionID, in scope: Scope) -> Bool {
        guard let property = property(id, scope) else { return false }
        if let known = stateQueues[property] { return known }
        stateQueues[property] = false
        let found = StateQueue(resolver: self, property: property)?.onlyGuards() ?? false
        stateQueues[property] = found
        return found
    }
}

/// A queue of its own that a property holds, and the files that may use it.
private struct StateQueue {
    let resolver: Resolver
    let property: PropertyReference
    let name: String
    let files: [Int]

    /// `nil` unless the property is made with a queue of its own: `DispatchQueue(label: "…")`.
    init?(resolver: Resolver, property: PropertyReference) {
        let declaration = resolver.index.property(property)
        let summary = resolver.index.files[property.file].summary
        guard let value = declaration.initializer, case .call(let call) = summary[value] else { return nil }
        let made = summary.calls[call.index]
        guard made.baseName(in: summary) == "DispatchQueue",
            !made.arguments.contains(where: { $0.label == "target" })
        else { return nil }
        self.resolver = resolver
        self.property = property
        name = declaration.name
        let owner = resolver.index.nominal(of: declaration.parent, in: property.file)
        let declared = owner.map { resolver.index[$0].declarations.map(\.file) } ?? []
        files = Set(declared + [property.file]).sorted()
    }

    /// Whether every use of the queue runs a closure on it that only loads and stores.
    func onlyGuards() -> Bool { files.allSatisfy { onlyGuards(in: $0) } }

    private func onlyGuards(in file: Int) -> Bool {
        let summary = resolver.index.files[file].summary
        var bases: Set<ExpressionID> = []
        for call in summary.calls {
            guard case .member(let base, let method, _) = summary[call.callee], isQueue(base, file, call.body) else {
                continue
            }
            switch method {
            case "sync", "async", "asyncAndWait":
                guard let last = call.arguments.last, case .closure(let body) = summary[last.value],
                    isShort(summary.bodies[body.index].steps, file, depth: 4)
                else { return false }
            case "setSpecific", "getSpecific": break
            default: return false
            }
            bases.insert(base)
        }
        // Whoever is handed the queue may run anything on it.
        return summary.reads.allSatisfy { read in
            bases.contains(read.expression) || !isQueue(read.expression, file, read.body)
        }
    }

    private func isQueue(_ id: ExpressionID, _ file: Int, _ body: BodyID) -> Bool {
        switch resolver.index.files[file].summary[id] {
        case .name(name, _), .member(_, name, _): break
        default: return false
        }
        return resolver.property(id, Scope(file: file, body: body)) == property
    }

    // MARK: What runs on it

    private func isShort(_ steps: [Step], _ file: Int, depth: Int) -> Bool {
        guard depth > 0 else { return false }
        return steps.allSatisfy { step in
            switch step {
            case .read(let read): return isShort(ReadReference(file, read), depth)
            case .call(let call): return isShort(CallReference(file, call), depth)
            case .assignment, .exit: return true
            case .branch(let arms): return arms.allSatisfy { isShort($0, file, depth: depth) }
            case .scope(let inner), .deferred(let inner): return isShort(inner, file, depth: depth)
            case .suspension, .loop: return false
            }
        }
    }

    private func isShort(_ read: ReadReference, _ depth: Int) -> Bool {
        let site = resolver.index.read(read)
        guard let used = resolver.property(site.expression, Scope(file: read.file, body: site.body)) else {
            return true
        }
        let declaration = resolver.index.property(used)
        guard declaration.observers.isEmpty, !declaration.isLazy else { return false }
        guard let accessor = site.isWrite ? declaration.setter : declaration.getter else { return true }
        return isShort(FunctionReference(used.file, accessor), depth)
    }

    private func isShort(_ call: CallReference, _ depth: Int) -> Bool {
        let site = resolver.index.call(call)
        // Another instance's queue of the same kind: its closures are all looked at.
        if case .member(let base, "sync", _) = resolver.index.files[call.file].summary[site.callee],
            isQueue(base, call.file, site.body)
        {
            return true
        }
        guard !site.arguments.contains(where: { isClosure($0.value, call.file) }) else { return false }
        if site.isSubscript { return true }
        switch resolver.resolve(call).target {
        case .functions(let functions): return functions.allSatisfy { isShort($0, depth) }
        case .implicitInitializer, .enumCase: return true
        case .external(let callee):
            return callee.kind == .initializer
                ? callee.receiver.map(isValue) ?? false : Self.changesOfCollections.contains(callee.name)
        case .closure, .parameter, .property, .unknown: return false
        }
    }

    private func isShort(_ function: FunctionReference, _ depth: Int) -> Bool {
        guard let body = resolver.index.function(function).body else { return false }
        return isShort(
            resolver.index.body(BodyReference(function.file, body)).steps, function.file, depth: depth - 1)
    }

    private func isClosure(_ id: ExpressionID, _ file: Int) -> Bool {
        if case .closure = resolver.index.files[file].summary[id] { return true }
        return false
    }

    private func isValue(_ type: ResolvedType) -> Bool {
        resolver.nominals(in: type).allSatisfy { Self.values.contains(resolver.index[$0].qualifiedName) }
    }

    private static let values: Set<String> = [
        "Array", "Bool", "Date", "Dictionary", "Double", "Int", "Set", "String", "UUID",
    ]

    private static let changesOfCollections: Set<String> = [
        "append", "contains", "formUnion", "insert", "popFirst", "popLast", "remove", "removeAll", "removeFirst",
        "removeLast", "removeValue", "subtract", "union", "updateValue",
    ]
}
