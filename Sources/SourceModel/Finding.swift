/// One blocking call, with the reason, the place, and the chain of calls that leads to it.
package struct Finding: Sendable, Hashable {
    package var rule: RuleID
    package var severity: Severity
    package var confidence: Confidence
    /// Path as reports print it: relative to the working directory where that is possible, with `/`.
    package var file: String
    /// The call in the async context, as UTF-8 offsets into `file`.
    package var range: SourceRange
    package var start: SourcePosition
    /// Just past the last byte of the call.
    package var end: SourcePosition
    /// One sentence, without the rule's name and without a full stop.
    package var message: String
    /// One sentence that says what to do instead, or empty.
    package var advice: String
    /// The API that blocks, as Swift spells it: `Foundation.Thread.sleep(forTimeInterval:)`.
    package var callee: String
    package var context: FindingContext
    /// From the flagged call to the blocking API, in call order; one step when the call is the API itself.
    package var path: [EvidenceStep]
    /// Stable over moved lines: hash of rule, file, enclosing symbol, callee and the normalised source line,
    /// with an ordinal for twins.
    package var fingerprint: String
    /// `nil` until the simulator was asked.
    package var verdict: Verdict?
    /// What could be written instead, the preferred one first.
    package var fixes: [Fix]
    /// Why there is no fix, or empty.
    package var unfixable: String

    package init(
        rule: RuleID, severity: Severity, confidence: Confidence, file: String, range: SourceRange,
        start: SourcePosition, end: SourcePosition, message: String, advice: String, callee: String,
        context: FindingContext, path: [EvidenceStep], fingerprint: String, verdict: Verdict? = nil,
        fixes: [Fix] = [], unfixable: String = ""
    ) {
        self.rule = rule
        self.severity = severity
        self.confidence = confidence
        self.file = file
        self.range = range
        self.start = start
        self.end = end
        self.message = message
        self.advice = advice
        self.callee = callee
        self.context = context
        self.path = path
        self.fingerprint = fingerprint
        self.verdict = verdict
        self.fixes = fixes
        self.unfixable = unfixable
    }

    /// The fix that `--fix` takes.
    package var preferredFix: Fix? { fixes.first { $0.isPreferred } }

    /// The order of every report: file, line, column, rule, then whatever makes it total.
    package static func reportOrder(_ left: Finding, _ right: Finding) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.start != right.start { return left.start < right.start }
        if left.rule != right.rule { return left.rule < right.rule }
        if left.callee != right.callee { return left.callee < right.callee }
        return left.message < right.message
    }
}

/// One link of an evidence path: a declaration, and the place where it is called.
package struct EvidenceStep: Sendable, Hashable {
    /// What is called there: `Config.load()`.
    package var symbol: String
    package var file: String
    package var position: SourcePosition
    /// The symbol is a sentence about the place, not a declaration that is called there.
    package var isRemark: Bool

    package init(symbol: String, file: String, position: SourcePosition, isRemark: Bool = false) {
        self.symbol = symbol
        self.file = file
        self.position = position
        self.isRemark = isRemark
    }
}

/// The async context that a finding is in.
package struct FindingContext: Sendable, Hashable {
    package var kind: ContextKind
    /// The enclosing declaration: `Downloader.fetch(_:)`.
    package var symbol: String
    /// 1-based line of that declaration.
    package var line: Int
    /// Which threads the code runs on.
    package var executor: ContextExecutor

    package init(kind: ContextKind, symbol: String, line: Int, executor: ContextExecutor) {
        self.kind = kind
        self.symbol = symbol
        self.line = line
        self.executor = executor
    }
}

/// What makes a place an async context.
package enum ContextKind: String, Sendable, Hashable, Codable, CaseIterable {
    case asyncFunction = "async-function"
    case asyncClosure = "async-closure"
    case taskClosure = "task-closure"
    case taskGroupClosure = "task-group"
    case asyncLet = "async-let"
    case actorMethod = "actor"
    case mainActor = "main-actor"
    case globalActor = "global-actor"
    case eventLoop = "event-loop"
    /// Synchronous code that no async context was found for; used by rules that look at sync code too.
    case synchronous = "synchronous"
}

/// The supply of threads behind an async context.
package enum ContextExecutor: String, Sendable, Hashable, Codable, CaseIterable {
    case cooperativePool = "cooperative-pool"
    case mainThread = "main-thread"
    case eventLoop = "event-loop"
    case unknown = "unknown"

    /// The words of messages: "the cooperative pool".
    package var phrase: String {
        switch self {
        case .cooperativePool: "the cooperative pool"
        case .mainThread: "the main thread"
        case .eventLoop: "an event loop"
        case .unknown: "its caller's thread"
        }
    }
}
