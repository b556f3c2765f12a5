import SourceModel

/// What a project's `.unblock.yml` says, or several of them laid over each other.
///
/// A setting that no file gives is `nil` or empty here; the properties at the end have what then holds.
package struct Configuration: Sendable, Hashable {
    /// `nil` when every file is meant.
    package var include: [PathPattern]?
    /// Adds to `standardExcludes`.
    package var exclude: [PathPattern] = []
    package var rules: [RuleID: RuleSetting] = [:]
    package var chosenMinConfidence: Confidence?
    package var chosenFailOn: FailThreshold?
    package var chosenStallBudget: Duration?
    /// How fixes move calls to other threads: `executorFuture`, `nio` or `dispatch`.
    package var chosenFixStyle: FixStyle?
    /// The expression that names the executor of the project.
    package var chosenExecutor: String?
    /// Where the package is that has ExecutorFutures: a URL or a path, for manifests that lack it.
    package var chosenPackage: String?
    package var effects: [EffectFileReference] = []
    package var blocking: [DeclarationName] = []
    package var nonblocking: [DeclarationName] = []
    /// The last that fits a file and names a rule decides.
    package var overrides: [Override] = []

    package init() {}

    /// Rules for some paths only.
    package struct Override: Sendable, Hashable {
        package var paths: [PathPattern]
        package var rules: [RuleID: RuleSetting]

        package init(paths: [PathPattern], rules: [RuleID: RuleSetting]) {
            self.paths = paths
            self.rules = rules
        }
    }

    /// A file of effects that the project adds, and the line that names it.
    package struct EffectFileReference: Sendable, Hashable {
        /// Seen from where the configuration file's own path is seen.
        package var path: String
        package var namedIn: String
        package var line: Int?

        package init(path: String, namedIn: String, line: Int?) {
            self.path = path
            self.namedIn = namedIn
            self.line = line
        }
    }

    package var minConfidence: Confidence { chosenMinConfidence ?? .likely }
    package var failOn: FailThreshold { chosenFailOn ?? .warning }
    /// The longest stall that the project accepts.
    package var stallBudget: Duration { chosenStallBudget ?? .milliseconds(10) }

    /// Whether a file is left out. Ask for folders too, so as not to enter them.
    package func excludes(_ path: String) -> Bool {
        exclude.contain(path) || Self.standardExcludes.contain(path)
    }

    /// Whether a file is to be read: included, and not excluded. Not for folders, which may hold included files.
    package func covers(file path: String) -> Bool {
        (include?.contain(path) ?? true) && !excludes(path)
    }

    /// What holds for a rule in a file; the settings that nobody gave are `nil`.
    package func setting(for rule: RuleID, in path: String) -> RuleSetting {
        var setting = rules[rule] ?? RuleSetting()
        for override in overrides {
            guard let other = override.rules[rule], override.paths.contain(path) else {
                continue
            }
            setting = other.merged(over: setting)
        }
        return setting
    }

    /// This configuration, found nearer to a file, laid over one from further up: its settings win key by key,
    /// excludes, effects and overrides add up.
    package func merged(over outer: Configuration) -> Configuration {
        var result = outer
        result.include = include ?? outer.include
        result.exclude = outer.exclude + exclude
        result.rules = outer.rules.merging(rules) { outer, inner in inner.merged(over: outer) }
        result.chosenMinConfidence = chosenMinConfidence ?? outer.chosenMinConfidence
        result.chosenFailOn = chosenFailOn ?? outer.chosenFailOn
        result.chosenStallBudget = chosenStallBudget ?? outer.chosenStallBudget
        result.chosenFixStyle = chosenFixStyle ?? outer.chosenFixStyle
        result.chosenExecutor = chosenExecutor ?? outer.chosenExecutor
        result.chosenPackage = chosenPackage ?? outer.chosenPackage
        // The nearer file's effects first: the first entry that fits decides.
        result.effects = effects + outer.effects
        result.blocking = blocking + outer.blocking.filter { old in !nonblocking.contains { $0.covers(old) } }
        result.nonblocking = nonblocking + outer.nonblocking.filter { old in !blocking.contains { old.covers($0) } }
        result.overrides = outer.overrides + overrides
        return result
    }
}

/// What a configuration says about one rule; `nil` where it says nothing.
package struct RuleSetting: Sendable, Hashable {
    package var level: Level?
    package var inTests: TestPolicy?

    package init(level: Level? = nil, inTests: TestPolicy? = nil) {
        self.level = level
        self.inTests = inTests
    }

    package enum Level: Sendable, Hashable {
        /// The rule reports nothing.
        case off
        /// Every finding has this severity.
        case severity(Severity)
    }

    package func merged(over outer: RuleSetting) -> RuleSetting {
        RuleSetting(level: level ?? outer.level, inTests: inTests ?? outer.inTests)
    }
}

/// The least severity that makes a run fail.
package enum FailThreshold: String, Sendable, Hashable, CaseIterable {
    case note
    case warning
    case error
    case never

    package func isReached(by severity: Severity) -> Bool {
        switch self {
        case .note: true
        case .warning: severity >= .warning
        case .error: severity >= .error
        case .never: false
        }
    }
}
