/// The tables of a `Catalogue` while they are filled.
struct CatalogueIndex {
    var effects: [String: [EffectEntry]] = [:]
    var closures: [String: [ClosureEntry]] = [:]
    var types: [String: [ExternalType]] = [:]
    var functions: [String: [ResultType]] = [:]
    var members: [MemberKey: [ResultType]] = [:]
    var propertyNames: Set<String> = []
    var relevantNames: Set<String> = []
    var prefilterWords: Set<String> = []

    /// Empty tables with room for what the libraries have, so that filling them moves nothing.
    init(_ libraries: [EffectLibrary]) {
        let effectCount = libraries.reduce(0) { $0 + $1.effects.count }
        effects.reserveCapacity(effectCount)
        relevantNames.reserveCapacity(effectCount)
        prefilterWords.reserveCapacity(effectCount)
        closures.reserveCapacity(libraries.reduce(0) { $0 + $1.closures.count })
        types.reserveCapacity(libraries.reduce(0) { $0 + $1.types.count })
        members.reserveCapacity(libraries.reduce(0) { $0 + $1.types.reduce(0) { $0 + $1.memberList.count } })
    }

    mutating func add(_ library: EffectLibrary) {
        for effect in library.effects { add(effect) }
        for closure in library.closures {
            let name = closure.declaration.calledName
            closures[name, default: []].append(closure)
            if closure.declaration.isInitializer { closures["init", default: []].append(closure) }
        }
        for type in library.types { add(type) }
        for function in library.functions { functions[function.declaration.baseName, default: []].append(function) }
    }

    private mutating func add(_ effect: EffectEntry) {
        let name = effect.declaration.calledName
        effects[name, default: []].append(effect)
        relevantNames.insert(name)
        if effect.declaration.isInitializer {
            effects["init", default: []].append(effect)
            prefilterWords.insert(effect.longestRequiredLabel ?? name)
        } else {
            prefilterWords.insert(name)
        }
        if effect.declaration.isProperty { propertyNames.insert(name) }
    }

    /// A type that another file of the same module describes too, or that only gains members, becomes one entry.
    private mutating func add(_ type: ExternalType) {
        for member in type.memberList {
            members[MemberKey(type: type.name, member: member.declaration.baseName), default: []].append(member)
        }
        var known = types[type.name] ?? []
        let twin = known.firstIndex { other in
            other.kind == nil || type.kind == nil || !Set(other.modules).isDisjoint(with: type.modules)
        }
        if let twin { known[twin].merge(type) } else { known.append(type) }
        types[type.name] = known
    }
}

extension EffectEntry {
    fileprivate var longestRequiredLabel: String? {
        labels?.filter { $0 != "_" && !defaults.contains($0) }.max { $0.utf8.count < $1.utf8.count }
    }
}

extension ExternalType {
    fileprivate mutating func merge(_ other: ExternalType) {
        kind = kind ?? other.kind
        isolation = isolation ?? other.isolation
        inherits += other.inherits.filter { !inherits.contains($0) }
        eventLoopMethods += other.eventLoopMethods.filter { !eventLoopMethods.contains($0) }
        memberList += other.memberList
        modules += other.modules.filter { !modules.contains($0) }
    }
}
