import SourceModel

extension EffectLibrary {
    /// Reads one file of `rules/effects/`, or a project's own file of the same form.
    ///
    /// - Parameters:
    ///   - path: where the text is from, for messages.
    ///   - rules: ids that entries may name.
    package static func decode(yaml: String, path: String, rules: Set<RuleID>) throws(InvalidFile) -> EffectLibrary {
        try YAMLSource.read(yaml, path: path) { root in
            let object = root.object(
                "an effect file", keys: ["library", "modules", "types", "functions", "effects", "closures"])
            guard let name = object.requiredText("library") else { return nil }
            let modules = object.texts("modules")
            return EffectLibrary(
                library: name, modules: modules,
                types: object.pairs("types").compactMap { ExternalType(name: $0.key, $0.value, modules) },
                functions: resultTypes(object.pairs("functions")),
                effects: object.list("effects").compactMap { value in
                    EffectEntry(value, library: name, modules: modules, rules: rules)
                },
                closures: object.list("closures").compactMap { ClosureEntry($0, library: name, modules: modules) })
        }
    }

    fileprivate static func resultTypes(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [ResultType] {
        pairs.compactMap { key, value in
            guard let declaration = key.declaration(), let type = value.text("a result type") else { return nil }
            return ResultType(declaration: declaration, type: type)
        }
    }
}

extension ExternalType {
    fileprivate init?(name: YAMLValue, _ value: YAMLValue, _ modules: [String]) {
        guard let name = name.text("a type's name") else { return nil }
        let object = value.object("a type", keys: ["kind", "inherits", "isolation", "eventLoopMethods", "members"])
        self.init(
            name: name, kind: object.choice("kind", Kind.self), inherits: object.texts("inherits"),
            isolation: object.text("isolation"), eventLoopMethods: object.texts("eventLoopMethods"),
            memberList: EffectLibrary.resultTypes(object.pairs("members")), modules: modules)
    }
}

extension YAMLValue {
    /// A declaration's name, with or without labels.
    func declaration() -> DeclarationName? {
        guard let text = text("a declaration") else { return nil }
        if let declaration = DeclarationName(text) { return declaration }
        report(
            "`\(text)` is not a declaration",
            "write `Type.member(label:_:)`, `Type.property` or `function(label:)`, without the module and types")
        return nil
    }

    /// A label, or a 0-based position; one that the declaration does not have is reported.
    func argumentReference(of declaration: DeclarationName) -> ArgumentReference? {
        guard let text = text("`argument`") else { return nil }
        let labels = declaration.labels ?? []
        if let position = Int(text) {
            if labels.indices.contains(position) { return .position(position) }
            report("`\(declaration)` has no argument \(position)", "count from 0; it has \(labels.count)")
            return nil
        }
        if text != "_", labels.contains(text) { return .label(text) }
        report("`\(declaration)` has no argument `\(text)`", "name one of its labels, or a position counted from 0")
        return nil
    }

    /// Labels that may be left out; those that the declaration does not have are reported.
    func defaults(of declaration: DeclarationName) -> [String] {
        list().compactMap { value in
            guard let label = value.text("a label") else { return nil }
            if declaration.labels?.contains(label) == true { return label }
            value.report(
                "`\(declaration)` has no argument `\(label)`",
                NearestName.advice(for: label, among: declaration.labels ?? []))
            return nil
        }
    }
}
