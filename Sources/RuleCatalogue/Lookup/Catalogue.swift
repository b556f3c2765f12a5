import SourceModel

/// All that is known about rules and libraries, indexed for the analyzer's inner loop.
///
/// Immutable; every lookup is one hash of the name, whatever the number of entries.
package struct Catalogue: Sendable {
    package let libraries: [EffectLibrary]
    /// By id.
    package let rules: [RuleID: RuleEntry]

    private let effectsByName: [String: [EffectEntry]]
    private let closuresByName: [String: [ClosureEntry]]
    private let typesByName: [String: [ExternalType]]
    private let functionsByName: [String: [ResultType]]
    private let membersByName: [MemberKey: [ResultType]]
    private let memberNames: Set<String>
    private let propertyNames: Set<String>

    /// The name of every entry with an effect as a call spells it: the type's name for initialisers.
    package let relevantNames: Set<String>
    /// For every entry one word that any source text with such a call contains: the base name, or for an initialiser
    /// its longest label that cannot be left out (`Data.init(contentsOf:)`, `.init(contentsOf:)`).
    package let prefilterWords: Set<String>

    /// - Parameters:
    ///   - rules: an id that occurs twice keeps its first entry.
    ///   - libraries: in order of precedence; entries of one name keep this order, then file order.
    package init(rules: [RuleEntry], libraries: [EffectLibrary]) {
        self.libraries = libraries
        self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
        var index = CatalogueIndex(libraries)
        for library in libraries { index.add(library) }
        effectsByName = index.effects
        closuresByName = index.closures
        typesByName = index.types
        functionsByName = index.functions
        membersByName = index.members
        memberNames = Set(index.members.keys.map(\.member))
        propertyNames = index.propertyNames
        relevantNames = index.relevantNames
        prefilterWords = index.prefilterWords
    }

    /// Modules whose calls the catalogue knows: what it says about them beats what their sources say.
    package var describedModules: Set<String> {
        Set(libraries.filter { !$0.effects.isEmpty || !$0.closures.isEmpty }.flatMap(\.modules))
    }

    /// Entries by the name that a call spells: initialisers are found by the innermost name of their type, and all
    /// of them by `init`.
    package func effects(named name: String) -> [EffectEntry] { effectsByName[name] ?? [] }

    /// As `effects(named:)`, for what becomes of closures.
    package func closures(named name: String) -> [ClosureEntry] { closuresByName[name] ?? [] }

    /// Types of that name, one for each library that has its own.
    package func types(named name: String) -> [ExternalType] { typesByName[name] ?? [] }

    /// The first type of that name.
    package func type(named name: String) -> ExternalType? { typesByName[name]?.first }

    package func isBlockingPropertyName(_ name: String) -> Bool { propertyNames.contains(name) }

    /// The type that a call of a free function has.
    ///
    /// - Parameter labels: of all arguments in order, `nil` for one without.
    package func resultType(ofFunction name: String, labels: [String?]) -> String? {
        functionsByName[name]?.first { $0.accepts(labels) }?.type
    }

    /// The type of a variable of the top level.
    package func resultType(ofVariable name: String) -> String? {
        functionsByName[name]?.first { $0.accepts(nil) }?.type
    }

    /// Whether a bare name is a function or variable of the top level. Some are spelled like types: `NSLog`,
    /// `SecItemCopyMatching`.
    package func isGlobalName(_ name: String) -> Bool {
        functionsByName[name] != nil || effects(named: name).contains { $0.typeName == nil }
            || closures(named: name).contains { $0.declaration.typeName == nil }
    }

    /// Whether any type has a member of that name whose type is known.
    package func isMemberName(_ name: String) -> Bool { memberNames.contains(name) }

    /// The type of a member, own or inherited.
    ///
    /// - Parameters:
    ///   - labels: `nil` for a property, otherwise of all arguments in order.
    package func resultType(ofMember name: String, labels: [String?]?, of typeName: String) -> String? {
        var waiting = [typeName]
        var seen: Set<String> = []
        while let typeName = waiting.popLast() {
            guard seen.insert(typeName).inserted else { continue }
            let candidates = membersByName[MemberKey(type: typeName, member: name)] ?? []
            if let found = candidates.first(where: { $0.accepts(labels) }) { return found.type }
            for type in types(named: typeName) { waiting.append(contentsOf: type.inherits.reversed()) }
        }
        return nil
    }
}

/// The name of a member within a type.
struct MemberKey: Hashable {
    var type: String
    var member: String
}

extension ResultType {
    /// Whether a use with these labels can mean the declaration: the labels stand in its order, any may be left out.
    fileprivate func accepts(_ labels: [String?]?) -> Bool {
        guard let declared = declaration.labels else { return labels == nil }
        guard let labels else { return false }
        var rest = declared[...]
        for label in labels {
            guard let index = rest.firstIndex(of: label ?? "_") else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }
}
