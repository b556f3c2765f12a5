extension Catalogue {
    /// What the program carries: `rules/` as it was when `swift run unblock-generate` ran last.
    ///
    /// Read at first use, once, in a few milliseconds.
    package static let builtIn: Catalogue = {
        var rules: [RuleEntry] = []
        GeneratedTables.rules.withUTF8Buffer { rules = TableReader.rules($0) }
        var libraries: [EffectLibrary] = []
        for table in GeneratedTables.libraries {
            table.withUTF8Buffer { libraries.append(contentsOf: TableReader.libraries($0)) }
        }
        return Catalogue(rules: rules, libraries: libraries)
    }()
}
