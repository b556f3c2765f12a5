import SourceModel

extension Resolver {
    /// The functions that a call can reach among candidates of its name: those that take its arguments, are
    /// asynchronous if the call is awaited and synchronous if it is not, and do not contradict the arguments' types.
    func select(_ candidates: [FunctionReference], for call: CallReference) -> [FunctionReference] {
        let site = index.call(call)
        var fitting = compiled(candidates, with: call).filter {
            accepts(site, index.function($0)) && takesClosures(of: site, call.file, $0)
        }
        if fitting.count > 1 { fitting.removeAll { isAskedForAnotherType(site, call.file, $0) } }
        switch site.awaits {
        case .none:
            fitting.removeAll { index.function($0).isAsync }
            // A call that no `try` covers reaches no function that throws.
            if !site.isTried { fitting.removeAll { index.function($0).isThrowing } }
        case .sole:
            let asynchronous = fitting.filter { index.function($0).isAsync || isActorIsolated($0) }
            if !asynchronous.isEmpty { fitting = asynchronous }
        case .shared:
            // An asynchronous context prefers the asynchronous overload.
            let asynchronous = fitting.filter { index.function($0).isAsync }
            if !asynchronous.isEmpty, asynchronous.count < fitting.count,
                areFollowedByWhatTheyLack(asynchronous, call)
            {
                fitting.removeAll { index.function($0).isAsync }
            } else if !asynchronous.isEmpty {
                fitting = asynchronous
            }
        }
        if fitting.count > 1 { fitting = favored(fitting, call) }
        guard fitting.count > 1 else { return fitting }
        let scored = fitting.map { ($0, score(site, call.file, index.function($0), file: $0.file)) }
        fitting = scored.filter { own in
            scored.allSatisfy { $0.1 <= own.1 || excludeEachOther($0.0, own.0) }
        }.map(\.0)
        return withoutDefaults(fitting, site)
    }

    /// Those whose constraints may be met; without the disfavored ones, when another one surely takes the call.
    private func favored(_ candidates: [FunctionReference], _ call: CallReference) -> [FunctionReference] {
        let answered = candidates.map { ($0, meetsConstraints($0, call)) }.filter { $0.1 != .notMet }
        guard answered.contains(where: { $0.1 == .met && isFavored($0.0) }) else { return answered.map(\.0) }
        return answered.map(\.0).filter(isFavored)
    }

    /// Whether an argument like `String.self` names another type than the one that the parameter is for.
    private func isAskedForAnotherType(_ call: Call, _ file: Int, _ function: FunctionReference) -> Bool {
        let declaration = index.function(function)
        guard declaration.parameters.contains(where: { if case .metatype = $0.type { true } else { false } }) else {
            return false
        }
        let scope = TypeScope(file: function.file, type: declaration.parent, function: function.id)
        return zip(call.arguments, parameters(of: call, in: declaration) ?? []).contains { argument, position in
            guard case .metatype(.nominal(let expected, _)) = resolve(declaration.parameters[position].type, in: scope),
                case .metatype(.nominal(let actual, _)) = type(
                    of: argument.value, in: Scope(file: file, body: call.body))
            else { return false }
            return index[expected].kind != .protocol && !withSupertypes(actual).contains(expected)
        }
    }

    private func isFavored(_ function: FunctionReference) -> Bool {
        !index.function(function).attributes.contains("_disfavoredOverload")
    }

    /// Of functions that take the arguments as the same types, the one that has no other parameters.
    private func withoutDefaults(_ functions: [FunctionReference], _ call: Call) -> [FunctionReference] {
        guard functions.count > 1, let first = functions.first else { return functions }
        let types = argumentTypes(of: call, first)
        guard functions.allSatisfy({ argumentTypes(of: call, $0) == types }) else { return functions }
        let favored = functions.filter(isFavored)
        let left = favored.isEmpty ? functions : favored
        let exact = left.filter { index.function($0).parameters.count == call.arguments.count }
        return exact.isEmpty ? left : exact
    }

    private func argumentTypes(of call: Call, _ function: FunctionReference) -> [TypeReference]? {
        let declaration = index.function(function)
        return parameters(of: call, in: declaration)?.map { declaration.parameters[$0].type }
    }

    /// Whether a call means a library's declaration, although the workspace adds one with the same labels to the type:
    /// an argument is not of the type that the added one takes.
    func areForOtherTypes(_ functions: [FunctionReference], _ owner: NominalID, _ call: CallReference) -> Bool {
        guard !index[owner].isDeclared, let first = functions.first else { return false }
        let labels = index.call(call).labels
        let entries = catalogue.effects(named: index.function(first).name)
        return entries.contains { $0.typeName == index[owner].qualifiedName && $0.matches(labels) }
            && functions.allSatisfy { contradicts(call, $0) }
    }

    /// Whether an argument has a type of its own, unlike a literal, and it is not the one that its parameter has.
    private func contradicts(_ call: CallReference, _ function: FunctionReference) -> Bool {
        let (site, declaration) = (index.call(call), index.function(function))
        let scope = TypeScope(file: function.file, type: declaration.parent)
        return zip(site.arguments, parameters(of: site, in: declaration) ?? []).contains { argument, position in
            switch index.files[call.file].summary[argument.value] {
            case .name, .local, .member, .call, .selfReference: break
            default: return false
            }
            let actual = type(of: argument.value, in: Scope(file: call.file, body: site.body)).unwrapped
            let expected = resolve(declaration.parameters[position].type, in: scope).unwrapped
            guard case .nominal(let actualID, _) = actual, case .nominal(let expectedID, _) = expected,
                index[expectedID].kind != .protocol
            else { return false }
            return !withSupertypes(actualID).contains(expectedID)
        }
    }

    /// Whether an initializer that the workspace adds to a library's type is meant by `Type(value)`: most such calls mean
    /// one of the library's own, so the argument must be known to have the type that this one takes.
    func isMeant(_ function: FunctionReference, _ owner: NominalID, _ call: CallReference) -> Bool {
        let site = index.call(call)
        guard !index[owner].isDeclared, site.arguments.count == 1, let argument = site.arguments.first,
            argument.label == nil, !argument.isTrailingClosure,
            let parameter = index.function(function).parameters.first
        else { return true }
        let scope = TypeScope(file: function.file, type: index.function(function).parent, function: function.id)
        guard case .nominal(let expected, _) = resolve(parameter.type, in: scope).unwrapped,
            case .nominal(let actual, _) = type(of: argument.value, in: Scope(file: call.file, body: site.body))
                .unwrapped
        else { return false }
        return withSupertypes(actual).contains(expected)
    }

    /// Whether functions are one declaration that is written for several platforms: same type and parameters, and the
    /// same file, or an `#if` in another one, without which the two could not be compiled together.
    func areAlternatives(_ functions: [FunctionReference]) -> Bool {
        guard let first = functions.first else { return false }
        let model = index.function(first)
        return functions.allSatisfy { other in
            let declaration = index.function(other)
            let isNeighbor = other.file == first.file && declaration.parent == model.parent
            return (isNeighbor || excludeEachOther(first, other)) && declaration.body != nil
                && declaration.isAsync == model.isAsync
                && declaration.parameters == model.parameters
        }
    }

    /// Whether two functions are never compiled together: same type and labels, and the condition of an `#if` around one
    /// of them, which need not be about platforms.
    private func excludeEachOther(_ first: FunctionReference, _ second: FunctionReference) -> Bool {
        guard index.platforms(of: first) != .all || index.platforms(of: second) != .all,
            index.owner(of: first) == index.owner(of: second),
            index.files[first.file].module == index.files[second.file].module
        else { return false }
        let (one, other) = (index.function(first), index.function(second))
        guard one.parameters.map(\.label) == other.parameters.map(\.label) else { return false }
        return one.platforms.isDisjoint(with: other.platforms) || first.file != second.file
    }

    /// Those that are compiled on some platform that the call is compiled on too.
    private func compiled(_ candidates: [FunctionReference], with call: CallReference) -> [FunctionReference] {
        guard candidates.contains(where: { index.platforms(of: $0) != .all }) else { return candidates }
        let platforms = index.platforms(of: index.body(of: call))
        return candidates.filter { !index.platforms(of: $0).isDisjoint(with: platforms) }
    }

    private func isActorIsolated(_ function: FunctionReference) -> Bool {
        guard let owner = index.owner(of: function) else { return false }
        return index[owner].kind == .actor || index.function(function).isolation != .unspecified
    }

    /// Whether a function takes the arguments of a call.
    func accepts(_ call: Call, _ function: FunctionDeclaration) -> Bool {
        parameters(of: call, in: function) != nil
    }

    /// The parameter that an argument of a call is for.
    package func parameter(ofArgument argument: Int, of call: Call, in function: FunctionDeclaration) -> Int? {
        guard let assigned = parameters(of: call, in: function), assigned.indices.contains(argument) else {
            return nil
        }
        return assigned[argument]
    }

    /// The parameter of each argument; `nil` when the function cannot take them.
    ///
    /// Arguments stand in the order of the parameters, parameters with defaults may be left out, a variadic one
    /// takes any number, and `TrailingClosures` says what closures after the parentheses are for.
    package func parameters(of call: Call, in function: FunctionDeclaration) -> [Int]? {
        let declared = function.parameters
        var assigned: [Int] = []
        var next = 0
        let plain = call.arguments.prefix { !$0.isTrailingClosure }
        for argument in plain {
            if let last = assigned.last, declared[last].isVariadic, argument.label == nil,
                !(next < declared.count && declared[next].label == nil && !declared[next].hasDefault)
            {
                assigned.append(last)
                continue
            }
            while next < declared.count, declared[next].label != argument.label {
                guard declared[next].hasDefault || declared[next].isVariadic else { return nil }
                next += 1
            }
            guard next < declared.count else { return nil }
            assigned.append(next)
            next += 1
        }
        let trailing = call.arguments.dropFirst(plain.count)
        if !trailing.isEmpty {
            guard let positions = TrailingClosures(trailing, for: declared, from: next).positions else { return nil }
            assigned += positions
        }
        for (position, parameter) in declared.enumerated()
        where !assigned.contains(position) && !parameter.hasDefault && !parameter.isVariadic {
            return nil
        }
        return assigned
    }

    /// How well the types of arguments fit: matching ones count for, contradicting ones against.
    private func score(_ call: Call, _ file: Int, _ function: FunctionDeclaration, file declaring: Int) -> Int {
        guard let assigned = parameters(of: call, in: function) else { return -1_000 }
        var score = 0
        let scope = TypeScope(file: declaring, type: function.parent)
        for (argument, position) in zip(call.arguments, assigned) {
            let summary = index.files[file].summary
            let parameter = function.parameters[position]
            if case .closure(let body) = summary[argument.value] {
                guard case .function(let shape) = parameter.type.withoutOptional else { continue }
                score += shape.isAsync == summary.bodies[body.index].isAsync ? 2 : 0
                continue
            }
            let actual = type(of: argument.value, in: Scope(file: file, body: call.body)).unwrapped
            let expected = resolve(parameter.type, in: scope).unwrapped
            guard case .nominal(let actualID, _) = actual, case .nominal(let expectedID, _) = expected else {
                continue
            }
            score += withSupertypes(actualID).contains(expectedID) ? 4 : -4
        }
        return score
    }
}
