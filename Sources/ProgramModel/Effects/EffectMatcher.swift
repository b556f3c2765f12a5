import RuleCatalogue
import SourceModel

/// An entry of the catalogue that a call or read was matched to.
struct EffectMatch {
    var entry: EffectEntry
    var confidence: Confidence
    /// Conditions that would make the call harmless, by the enclosing function's parameter that decides.
    var conditions: [LiftedCondition]
}

/// A condition on a parameter that makes an effect harmless when a caller's argument meets it.
package struct LiftedCondition: Hashable, Sendable {
    package var parameter: Int
    package var test: ArgumentTest

    /// `nil` unless a parameter decides the condition.
    init?(_ condition: Condition, _ answer: ConditionAnswer) {
        guard case .argument(_, let test) = condition, case .depends(let parameter) = answer else { return nil }
        self.parameter = parameter
        self.test = test
    }

    init(_ requirement: ParameterRequirement) {
        parameter = requirement.parameter
        test = .equals(requirement.excluded.rawValue)
    }

    init(parameter: Int, test: ArgumentTest) {
        self.parameter = parameter
        self.test = test
    }
}

/// What conditions ask about the code around a call.
struct CallerFacts: Hashable {
    var isOnMainActor = false
    /// Asynchronous code itself, not synchronous code of an actor.
    var isAsynchronous = false
}

/// What the catalogue says about calls and reads of declarations outside the workspace.
struct EffectMatcher {
    let resolver: Resolver
    private let visible: VisibleEffects

    init(resolver: Resolver) {
        self.resolver = resolver
        visible = VisibleEffects(resolver: resolver)
    }

    // MARK: Calls

    func match(_ reference: CallReference, from caller: CallerFacts) -> EffectMatch? {
        let call = resolver.index.call(reference)
        let summary = resolver.index.files[reference.file].summary
        guard !call.isSubscript else { return nil }
        let name = call.baseName(in: summary)
        guard !name.isEmpty, mayMatch(name, call, in: reference.file) else { return nil }
        let resolution = resolver.resolve(reference)
        // What only suspends blocks nobody.
        if resolution.isAsync == true { return nil }
        let scope = Scope(file: reference.file, body: call.body)
        switch resolution.target {
        case .external(let callee):
            return match(callee, call, scope, from: caller)
        case .functions(let functions):
            // The workspace may be the very library that the catalogue describes.
            return matchOwnLibrary(functions, call, scope, from: caller)
        case .implicitInitializer(let id):
            let callee = ExternalCallee(name: "init", receiver: .nominal(id, arguments: []), kind: .initializer)
            return match(callee, call, scope, from: caller)
        default: return nil
        }
    }

    /// Whether some entry takes the call, whatever its receiver is: asked first, because it is cheap.
    private func mayMatch(_ name: String, _ call: Call, in file: Int) -> Bool {
        // The shape is made only where there is something to compare it with.
        let named = visible.effects(named: name, from: file)
        if !named.isEmpty, named.contains(CallShape(call)) { return true }
        // `Alias(…)`, `Self(…)`: the spelled name is not the type's.
        guard name == "Self" || resolver.index.aliasNames.contains(name) else { return false }
        return visible.effects(named: "init", from: file).contains(CallShape(call))
    }

    private func match(
        _ callee: ExternalCallee, _ call: Call, _ scope: Scope, from caller: CallerFacts
    ) -> EffectMatch? {
        switch callee.kind {
        case .freeFunction: return matchFreeFunction(callee, call, scope, from: caller)
        case .initializer:
            guard let receiver = callee.receiver, !receiver.isUnknown else { return nil }
            return matchMember("init", of: receiver, call, scope, from: caller)
        case .method, .staticMethod:
            guard let receiver = callee.receiver else { return nil }
            if receiver.isUnknown { return matchByName(callee, call, scope, from: caller) }
            return matchMember(callee.name, of: receiver, call, scope, from: caller)
        }
    }

    private func matchFreeFunction(
        _ callee: ExternalCallee, _ call: Call, _ scope: Scope, from caller: CallerFacts
    ) -> EffectMatch? {
        // A synchronous C function cannot be what `await` waits for.
        guard call.awaits != .sole else { return nil }
        let shape = CallShape(call)
        let entries = visible.effects(named: callee.name, from: scope.file).filter {
            $0.typeName == nil && !$0.declaration.isProperty && $0.matches(shape)
        }
        guard let first = entries.first,
            let confidence = confidence(ofFunction: callee.name, in: first.modules, call, scope)
        else { return nil }
        return choose(entries, call, scope, confidence, receiver: nil, from: caller)
    }

    /// How sure it is that a bare name means a library's function; `nil` when the file cannot mean it.
    private func confidence(
        ofFunction name: String, in modules: [String], _ call: Call, _ scope: Scope
    ) -> Confidence? {
        guard case .name = resolver.index.files[scope.file].summary[call.callee] else { return .certain }
        guard let visibility = resolver.visibility(ofFunctionsIn: modules, named: name, from: scope.file) else {
            return nil
        }
        return resolver.isPlainWord(name) && resolver.mayInheritMembers(scope) ? .possible : visibility
    }

    private func matchMember(
        _ name: String, of receiver: ResolvedType, _ call: Call, _ scope: Scope, from caller: CallerFacts
    ) -> EffectMatch? {
        guard call.awaits != .sole else { return nil }
        let shape = CallShape(call)
        for owner in resolver.nominals(in: receiver).flatMap({ resolver.withSupertypes($0) }) {
            let entries = entries(named: name, of: owner) { $0.matches(shape) }
            let awaitedOverload = call.awaits == .shared
            let usable = entries.filter { !(awaitedOverload && $0.asyncOverload) }
            if let found = choose(usable, call, scope, .certain, receiver: base(of: call, scope), from: caller) {
                return found
            }
            if !entries.isEmpty { return nil }
        }
        return nil
    }

    /// Entries for a member of a type; those of a type that the workspace declares only when it is that library.
    private func entries(
        named name: String, of owner: NominalID, where fits: (EffectEntry) -> Bool
    ) -> [EffectEntry] {
        let nominal = resolver.index[owner]
        let entries = resolver.catalogue.effects(named: name == "init" ? nominal.name : name)
        // By position: an entry is big, and most are looked at in vain.
        return entries.indices.filter { position in
            guard entries[position].declaration.typeName == nominal.qualifiedName,
                entries[position].declaration.baseName == name,
                nominal.module.map(entries[position].modules.contains) ?? true
            else { return false }
            return fits(entries[position])
        }.map { entries[$0] }
    }

    private func matchOwnLibrary(
        _ functions: [FunctionReference], _ call: Call, _ scope: Scope, from caller: CallerFacts
    ) -> EffectMatch? {
        guard call.awaits != .sole, let function = functions.first, !resolver.index.function(function).isAsync,
            let owner = resolver.index.owner(of: function)
        else { return nil }
        let name = resolver.index.function(function).name
        let shape = CallShape(call)
        for type in resolver.withSupertypes(owner) where resolver.index[type].isDeclared {
            let entries = entries(named: name, of: type) { $0.matches(shape) }
            if let found = choose(
                entries, call, scope, .certain, receiver: base(of: call, scope), from: caller)
            {
                return found
            }
        }
        return nil
    }

    /// A method of a receiver whose type is not known: only names that say it all count.
    private func matchByName(
        _ callee: ExternalCallee, _ call: Call, _ scope: Scope, from caller: CallerFacts
    ) -> EffectMatch? {
        guard call.awaits == .none else { return nil }
        let shape = CallShape(call)
        let entries = resolver.catalogue.effects(named: callee.name).filter {
            $0.typeName != nil && !$0.isInitializer && $0.nameOnly != nil && $0.matches(shape)
        }
        guard let first = entries.first else { return nil }
        let confidence: Confidence = first.nameOnly == .likely ? .likely : .possible
        return choose(entries, call, scope, confidence, receiver: base(of: call, scope), from: caller)
    }

    // MARK: Reads

    /// A property that blocks.
    func match(_ reference: ReadReference, from caller: CallerFacts) -> EffectMatch? {
        let read = resolver.index.read(reference)
        guard read.awaits != .sole, !read.isWrite else { return nil }
        let summary = resolver.index.files[reference.file].summary
        guard case .member(let base, let name, _) = summary[read.expression],
            resolver.catalogue.isBlockingPropertyName(name),
            visible.effects(named: name, from: reference.file).contains(where: \.declaration.isProperty)
        else { return nil }
        let scope = Scope(file: reference.file, body: read.body)
        var receiver = resolver.type(of: base, in: scope)
        if case .metatype(let instance) = receiver { receiver = instance }
        let receivers = resolver.nominals(in: receiver.unwrapped)
        for owner in receivers.flatMap({ resolver.withSupertypes($0) }) {
            let entries = entries(named: name, of: owner) { $0.declaration.isProperty }
            let match = choose(entries, nil, scope, .certain, receiver: base, from: caller)
            if let match { return match }
        }
        guard receivers.isEmpty, read.awaits == .none else { return nil }
        let entries = resolver.catalogue.effects(named: name).filter {
            $0.declaration.isProperty && $0.nameOnly != nil
        }
        guard let first = entries.first else { return nil }
        let confidence: Confidence = first.nameOnly == .likely ? .likely : .possible
        return choose(entries, nil, scope, confidence, receiver: base, from: caller)
    }

    // MARK: Conditions

    private func base(of call: Call, _ scope: Scope) -> ExpressionID? {
        if case .member(let base, _, _) = resolver.index.files[scope.file].summary[call.callee] { return base }
        return nil
    }

    /// A trailing closure fits only where the catalogue knows of a closure.
    private func takesClosures(_ entry: EffectEntry, _ call: Call?) -> Bool {
        guard let call, call.trailingClosureCount > 0, !entry.scope else { return true }
        let name = entry.declaration.calledName
        return resolver.catalogue.closures(named: name).contains { $0.declaration.text == entry.declaration.text }
            || entry.labels?.last.map { ["_", "execute", "body", "block", "handler"].contains($0) } ?? false
    }

    /// The first entry whose conditions hold.
    private func choose(
        _ entries: [EffectEntry], _ call: Call?, _ scope: Scope, _ confidence: Confidence, receiver: ExpressionID?,
        from caller: CallerFacts
    ) -> EffectMatch? {
        var lifted: [LiftedCondition] = []
        for entry in entries {
            guard resolver.isVisible(entry.modules, from: scope.file), takesClosures(entry, call) else { continue }
            let answers = entry.when.map { ($0, answer($0, entry, call, scope, receiver, caller)) }
            guard answers.allSatisfy({ $0.1 == .holds }) else {
                // A harmless special case that a parameter decides makes the general case conditional.
                if !entry.blocks { lifted += answers.compactMap { LiftedCondition($0.0, $0.1) } }
                continue
            }
            var harmless = false
            for condition in entry.unless {
                switch answer(condition, entry, call, scope, receiver, caller) {
                case .holds: harmless = true
                case .fails: continue
                case .depends(let parameter):
                    if let kept = LiftedCondition(condition, .depends(parameter: parameter)) { lifted.append(kept) }
                }
            }
            if harmless { return nil }
            // Where a module makes descriptors non-blocking, no call shows which kind it has.
            let isUnsure = entry.usesDescriptor && resolver.makesDescriptorsNonBlocking(scope.file)
            let ceiling = isUnsure ? Confidence.possible : entry.confidence
            return EffectMatch(entry: entry, confidence: min(confidence, ceiling), conditions: lifted)
        }
        return nil
    }

    private func answer(
        _ condition: Condition, _ entry: EffectEntry, _ call: Call?, _ scope: Scope, _ receiver: ExpressionID?,
        _ caller: CallerFacts
    ) -> ConditionAnswer {
        switch condition {
        case .argument(let reference, let test):
            guard let call, let argument = argument(reference, entry, call) else {
                return .fails
            }
            return resolver.check(test, argument, in: scope, unit: entry.unit)
        case .receiver(let test):
            guard let receiver else { return .fails }
            return resolver.receiver(receiver, is: test, in: scope) ? .holds : .fails
        case .context(.mainActor): return caller.isOnMainActor ? .holds : .fails
        case .context(.asynchronous): return caller.isAsynchronous ? .holds : .fails
        }
    }

    private func argument(_ reference: ArgumentReference, _ entry: EffectEntry, _ call: Call) -> ExpressionID? {
        guard let parameters = entry.parameters, let wanted = parameters.index(of: reference),
            let assigned = parameters.parameters(
                labels: call.plainLabels, trailingClosures: call.trailingClosureCount),
            let position = assigned.firstIndex(of: wanted), call.arguments.indices.contains(position)
        else { return nil }
        return call.arguments[position].value
    }
}

extension [EffectEntry] {
    /// Whether one of the entries takes a call's arguments.
    fileprivate func contains(_ shape: CallShape) -> Bool { indices.contains { self[$0].matches(shape) } }
}

extension EffectEntry {
    /// Milliseconds that a bare number stands for as a time-out: C's functions have units of their own.
    fileprivate var unit: Double {
        switch baseName {
        case "usleep": 0.001
        case "poll", "sqlite3_sleep", "sqlite3_busy_timeout": 1
        default: 1_000
        }
    }
}

extension EffectEntry {
    /// Whether the call waits on a descriptor that may have been made non-blocking elsewhere.
    fileprivate var usesDescriptor: Bool {
        let names: Set<String> = [
            "read", "write", "readv", "writev", "recv", "recvfrom", "recvmsg", "send", "sendto", "sendmsg", "accept",
            "connect", "writeAll",
        ]
        return names.contains(baseName) && (typeName == nil || typeName == "FileDescriptor")
    }
}
