import RuleCatalogue

/// The catalogue's effects that code of a module can mean by a name: those whose libraries it imports.
///
/// A module asks for the same few names all the time.
final class VisibleEffects {
    private let resolver: Resolver
    private var known: [Key: [EffectEntry]] = [:]

    private struct Key: Hashable {
        var name: String
        var module: Int
    }

    init(resolver: Resolver) { self.resolver = resolver }

    /// In the catalogue's order. O(1) but for the first question.
    func effects(named name: String, from file: Int) -> [EffectEntry] {
        let all = resolver.catalogue.effects(named: name)
        // Most names mean nothing to the catalogue: remembering that for each module would take more than asking.
        if all.isEmpty { return [] }
        let key = Key(name: name, module: resolver.index.moduleNumbers[file])
        if let known = known[key] { return known }
        let visible = all.filter { resolver.isVisible($0.modules, from: file) }
        // Mostly they are all visible, and then share one list.
        let found = visible.count == all.count ? all : visible
        known[key] = found
        return found
    }
}
