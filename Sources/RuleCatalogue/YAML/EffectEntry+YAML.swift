import SourceModel

extension EffectEntry {
    private static let keys = [
        "declaration", "defaults", "rule", "waits", "bounded", "latency", "nameOnly", "confidence", "platforms",
        "noasync", "asyncOverload", "when", "unless", "async", "asyncModule", "advice", "acquires", "releases", "scope",
        "threadBound", "source",
    ]

    init?(_ value: YAMLValue, library: String, modules: [String], rules: Set<RuleID>) {
        let object = value.object("an effect", keys: Self.keys)
        let waits = object.required("waits")?.choice("`waits`", Wait.self)
        guard let declaration = object.required("declaration")?.declaration(),
            let rule = object.required("rule")?.ruleID(rules), let waits
        else { return nil }
        self.init(
            declaration: declaration, defaults: object["defaults"]?.defaults(of: declaration) ?? [], rule: rule,
            waits: waits, library: library, modules: modules)
        bounded = object.flag("bounded") ?? true
        latency = object["latency"]?.latency()
        if object.text("nameOnly") == "never" {
            nameOnly = nil
        } else {
            nameOnly = object.choice("nameOnly", NameOnly.self)?.confidence ?? .possible
        }
        confidence = object.choice("confidence", Confidence.self) ?? .certain
        platforms = object.choices("platforms", Platform.self) ?? Platform.allCases
        noasync = object.choices("noasync", Platform.self) ?? []
        asyncOverload = object.flag("asyncOverload") ?? false
        when = object.list("when").compactMap { Condition($0, of: declaration) }
        unless = object.list("unless").compactMap { Condition($0, of: declaration) }
        asyncForm = object["async"]?.asyncForm(of: declaration)
        asyncModule = object.text("asyncModule")
        advice = object.text("advice")
        acquires = object.flag("acquires") ?? false
        releases = object.flag("releases") ?? false
        scope = object.flag("scope") ?? false
        threadBound = object.flag("threadBound") ?? false
        source = object.choice("source", Source.self) ?? .memory
    }

    /// The words of `nameOnly`.
    private enum NameOnly: String, CaseIterable {
        case likely
        case possible
        case never

        var confidence: Confidence? {
            switch self {
            case .likely: .likely
            case .possible: .possible
            case .never: nil
            }
        }
    }
}

extension ClosureEntry {
    init?(_ value: YAMLValue, library: String, modules: [String]) {
        let object = value.object("a closure entry", keys: ["declaration", "defaults", "argument", "when", "runs"])
        let runs = object.required("runs")?.choice("`runs`", ClosureExecution.self)
        guard let declaration = object.required("declaration")?.declaration(),
            let argument = object.required("argument")?.argumentReference(of: declaration), let runs
        else { return nil }
        self.init(
            declaration: declaration, defaults: object["defaults"]?.defaults(of: declaration) ?? [],
            argument: argument, runs: runs, library: library, modules: modules)
        when = object.list("when").compactMap { Condition($0, of: declaration) }
    }
}

extension YAMLValue {
    /// The id of a rule that exists.
    func ruleID(_ rules: Set<RuleID>) -> RuleID? {
        guard let text = text("a rule") else { return nil }
        if rules.contains(RuleID(text)) { return RuleID(text) }
        report("there is no rule `\(text)`", NearestName.advice(for: text, among: rules.sorted().map(\.rawValue)))
        return nil
    }

    fileprivate func latency() -> Latency? {
        let object = object("`latency`", keys: ["median", "p99"])
        guard let median = object.required("median")?.number("`median`"),
            let p99 = object.required("p99")?.number("`p99`")
        else { return nil }
        if p99 < median { report("`p99` is below `median`", "give both in milliseconds") }
        return Latency(median: median, p99: p99)
    }

    /// A template; places that the declaration cannot fill are reported.
    fileprivate func asyncForm(of declaration: DeclarationName) -> String? {
        guard let template = text("`async`") else { return nil }
        let labels = declaration.labels ?? []
        let known = ["receiver"] + labels.filter { $0 != "_" } + labels.indices.map(String.init)
        for place in AsyncForm.places(in: template) where !known.contains(place) {
            report("`async` has no place `{\(place)}`", NearestName.advice(for: place, among: known))
        }
        return template
    }
}

/// The places of an async form: `{label}`, `{0}` or `{receiver}`; braces with spaces are Swift's own.
package enum AsyncForm {
    /// Names between braces, in order.
    package static func places(in template: String) -> [String] {
        var places: [String] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if !name.isEmpty, rest[name.endIndex...].first == "}" { places.append(String(name)) }
        }
        return places
    }
}
