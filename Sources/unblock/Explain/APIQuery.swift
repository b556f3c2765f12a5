import RuleCatalogue

/// A name that someone typed, to be found among the declarations that the catalogue knows.
///
/// `sleep` finds every function of that name, `Thread.sleep` those of `Thread`, `Foundation.Thread.sleep` too;
/// with labels only the declaration that has them.
struct APIQuery {
    private let wanted: String

    init(_ text: String) { wanted = text.filter { !$0.isWhitespace } }

    /// In the catalogue's order.
    func matches(in catalogue: Catalogue) -> [EffectEntry] {
        catalogue.libraries.flatMap(\.effects).filter { entry in
            let spellings = Self.spellings(entry.declaration)
            return spellings.contains(wanted)
                || entry.modules.contains { module in spellings.contains { "\(module).\($0)" == wanted } }
        }
    }

    /// Every way to name a declaration: with and without labels, with and without its type, `Type(…)` for an
    /// initialiser.
    static func spellings(_ name: DeclarationName) -> [String] {
        let labels = name.labels.map { "(" + $0.map { "\($0):" }.joined() + ")" } ?? ""
        var result = [name.text]
        if let type = name.typeName {
            result.append("\(type).\(name.baseName)")
            if name.isInitializer {
                result += [type, "\(type)\(labels)"]
                return result
            }
        }
        result += [name.baseName, name.baseName + labels, name.baseName + "()"]
        return result
    }
}
