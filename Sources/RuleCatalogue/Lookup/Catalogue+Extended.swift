import SourceModel

extension Catalogue {
    /// The catalogue with what a project adds.
    ///
    /// - Parameters:
    ///   - added: a project's own effect files; their entries stand before the catalogue's.
    ///   - blocking: declarations that a project calls blocking, found without any import.
    ///   - nonblocking: declarations that shall have no effect; an entry goes when its declaration is among them,
    ///     or when its type and base name are those of one that is given without labels.
    package func extended(
        with added: [EffectLibrary], blocking: [DeclarationName] = [], nonblocking: [DeclarationName] = []
    ) -> Catalogue {
        if added.isEmpty, blocking.isEmpty, nonblocking.isEmpty { return self }
        let declared = EffectLibrary(
            library: "configuration", modules: [],
            effects: blocking.map { EffectEntry(declaration: $0, rule: "blocking-in-async", waits: .futureWork) })
        var all = [declared] + added + libraries
        if !nonblocking.isEmpty {
            for index in all.indices {
                all[index].effects.removeAll { effect in nonblocking.contains { $0.covers(effect.declaration) } }
            }
        }
        return Catalogue(rules: rules.values.sorted { $0.id < $1.id }, libraries: all)
    }
}

extension DeclarationName {
    /// Whether the name means the other declaration; without labels it means every one of its base name.
    package func covers(_ other: DeclarationName) -> Bool {
        baseName == other.baseName && typeName == other.typeName && (labels == nil || labels == other.labels)
    }
}
