/// What one file of `rules/effects/` says about one library.
package struct EffectLibrary: Sendable, Hashable {
    package var library: String
    /// Any of these imports makes the entries visible; empty when no import is needed.
    package var modules: [String]
    /// In file order.
    package var types: [ExternalType]
    /// In file order.
    package var functions: [ResultType]
    /// In file order, which decides among entries of one declaration.
    package var effects: [EffectEntry]
    package var closures: [ClosureEntry]

    package init(
        library: String, modules: [String], types: [ExternalType] = [], functions: [ResultType] = [],
        effects: [EffectEntry] = [], closures: [ClosureEntry] = []
    ) {
        self.library = library
        self.modules = modules
        self.types = types
        self.functions = functions
        self.effects = effects
        self.closures = closures
    }
}
