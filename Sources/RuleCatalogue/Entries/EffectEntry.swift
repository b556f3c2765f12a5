import SourceModel

/// What one declaration of a library does to the thread that calls it.
package struct EffectEntry: Sendable, Hashable {
    package var declaration: DeclarationName
    /// Labels that a call may leave out; an unlabelled parameter is written `_`.
    package var defaults: [String] { didSet { parameters = ParameterList(declaration.labels, defaults: defaults) } }
    package var rule: RuleID
    package var waits: Wait
    /// `false`: nothing limits the wait.
    package var bounded = true
    package var latency: Latency?
    /// Confidence when the receiver's type is unknown; `nil` when the name alone never makes a match.
    package var nameOnly: Confidence? = .possible
    /// The most a match may claim.
    package var confidence = Confidence.certain
    package var platforms: [Platform] = Platform.allCases
    /// SDKs whose compiler reports the call by itself.
    package var noasync: [Platform] = []
    /// An async form of the same name exists, so a call under `await` is never this one.
    package var asyncOverload = false
    /// All must hold for the call to be this one.
    package var when: [Condition] = []
    /// Any that holds makes the call harmless.
    package var unless: [Condition] = []
    /// Template of the async form, with `{label}` for arguments.
    package var asyncForm: String?
    /// What the template needs imported, where there is such a module: `FoundationNetworking`.
    package var asyncModule: String?
    /// What to do when there is no template, in words.
    package var advice: String?
    /// A lock, semaphore or the like is held after the call returns.
    package var acquires = false
    /// ... is given up by the call.
    package var releases = false
    /// The call belongs to its thread: a lock that the same thread gives up, the thread's own run loop.
    package var threadBound = false
    /// The lock is held while the call's closure runs.
    package var scope = false
    package var source = Source.memory
    package var library: String
    /// Any of these imports makes the entry visible; empty when no import is needed.
    package var modules: [String]
    /// The declaration's parameters, ready to be compared with calls.
    package private(set) var parameters: ParameterList?

    package init(
        declaration: DeclarationName, defaults: [String] = [], rule: RuleID, waits: Wait, library: String = "",
        modules: [String] = []
    ) {
        self.declaration = declaration
        self.defaults = defaults
        self.rule = rule
        self.waits = waits
        self.library = library
        self.modules = modules
        self.parameters = ParameterList(declaration.labels, defaults: defaults)
    }

    package var typeName: String? { declaration.typeName }
    package var baseName: String { declaration.baseName }
    package var labels: [String]? { declaration.labels }
    package var isInitializer: Bool { declaration.isInitializer }

    /// `false` for an entry that only says what is acquired or released; such a call is never reported.
    package var blocks: Bool { latency.map { $0.p99 > 0 } ?? true }

    /// Whether a call with these arguments can be a call of the declaration; `false` for properties.
    ///
    /// - Parameters:
    ///   - labels: of the arguments in parentheses, `nil` for one without.
    ///   - trailingClosures: number of closures after the parentheses.
    package func matches(labels: [String?], trailingClosures: Int) -> Bool {
        parameters?.accepts(labels: labels, trailingClosures: trailingClosures) ?? false
    }

    /// Where the facts of an entry are from.
    package enum Source: String, Sendable, Hashable, CaseIterable {
        case compiled
        case header
        case docs
        case memory
    }
}

/// How long a call takes, in milliseconds.
package struct Latency: Sendable, Hashable {
    package var median: Double
    package var p99: Double

    package init(median: Double, p99: Double) {
        self.median = median
        self.p99 = p99
    }
}

/// The SDKs that differ.
package enum Platform: String, Sendable, Hashable, CaseIterable {
    case apple
    case linux
}
