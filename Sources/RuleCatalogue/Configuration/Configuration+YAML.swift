import SourceModel

extension Configuration {
    private static let keys = [
        "include", "exclude", "rules", "min-confidence", "fail-on", "stall-budget", "fixes", "effects", "blocking",
        "nonblocking", "overrides",
    ]

    /// Reads a `.unblock.yml`.
    ///
    /// - Parameters:
    ///   - path: of the file; its patterns and effect files are seen from the folder it names. Must be spelled like
    ///     the paths that the configuration will be asked about.
    ///   - rules: ids that the file may name.
    /// - Throws: `InvalidFile` with everything that is wrong.
    package static func decode(
        yaml: String, path: String, rules: Set<RuleID> = Set(Catalogue.builtIn.rules.keys)
    ) throws(InvalidFile) -> Configuration {
        let base = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        return try YAMLSource.read(yaml, path: path) { root in
            let object = root.object("the configuration", keys: keys)
            var result = Configuration()
            if let include = object["include"] { result.include = include.patterns(base) }
            result.exclude = object["exclude"]?.patterns(base) ?? []
            result.rules = object["rules"]?.ruleSettings(rules) ?? [:]
            result.chosenMinConfidence = object.choice("min-confidence", Confidence.self)
            result.chosenFailOn = object.choice("fail-on", FailThreshold.self)
            result.chosenStallBudget = object["stall-budget"]?.duration("`stall-budget`")
            if let fixes = object["fixes"]?.object("`fixes`", keys: ["style", "executor", "package"]) {
                result.chosenFixStyle = fixes.choice("style", OffloadStyle.self)?.style
                result.chosenExecutor = fixes.text("executor")
                result.chosenPackage = fixes.text("package")
            }
            result.effects = object.list("effects").compactMap { value in
                guard let file = value.text("an element of `effects`") else { return nil }
                let isAbsolute = file.hasPrefix("/") || base.isEmpty
                return EffectFileReference(
                    path: isAbsolute ? file : "\(base)/\(file)", namedIn: path, line: value.line)
            }
            result.blocking = object.list("blocking").compactMap { $0.declaration() }
            result.nonblocking = object.list("nonblocking").compactMap { $0.declaration() }
            result.overrides = object.list("overrides").map { value in
                let override = value.object("an override", keys: ["paths", "rules"])
                return Override(
                    paths: override.required("paths")?.patterns(base) ?? [],
                    rules: override.required("rules")?.ruleSettings(rules) ?? [:])
            }
            return result
        }
    }
}

/// The styles that a project may choose for calls that move to other threads.
private enum OffloadStyle: String, CaseIterable {
    case executorFuture = "executor-future"
    case nio
    case dispatch

    var style: FixStyle {
        switch self {
        case .executorFuture: .executorFuture
        case .nio: .nio
        case .dispatch: .dispatch
        }
    }
}

extension YAMLValue {
    fileprivate func patterns(_ base: String) -> [PathPattern] {
        list().compactMap { value in
            guard let text = value.text("a pattern") else { return nil }
            do throws(GlobProblem) {
                return try PathPattern(text, base: base)
            } catch {
                value.report("`\(text)`: \(error.problem)", error.advice)
                return nil
            }
        }
    }

    fileprivate func duration(_ what: String) -> Duration? {
        guard let text = text(what) else { return nil }
        if let duration = Duration(text: text) { return duration }
        report("\(what) is `\(text)`", "write a number with us, ms, s or min: `10ms`, `0.5s`")
        return nil
    }

    fileprivate func ruleSettings(_ rules: Set<RuleID>) -> [RuleID: RuleSetting] {
        var settings: [RuleID: RuleSetting] = [:]
        for (key, value) in pairs("`rules`") {
            guard let rule = key.ruleID(rules) else { continue }
            settings[rule] = value.ruleSetting()
        }
        return settings
    }

    private func ruleSetting() -> RuleSetting {
        if isText { return RuleSetting(level: level("the rule's severity")) }
        let object = object("a rule's settings", keys: ["severity", "inTests"])
        return RuleSetting(
            level: object["severity"]?.level("`severity`"), inTests: object.choice("inTests", TestPolicy.self))
    }

    private func level(_ what: String) -> RuleSetting.Level? {
        switch choice(what, LevelName.self) {
        case .off: .off
        case .note: .severity(.note)
        case .warning: .severity(.warning)
        case .error: .severity(.error)
        case nil: nil
        }
    }

    private enum LevelName: String, CaseIterable {
        case off
        case note
        case warning
        case error
    }
}
