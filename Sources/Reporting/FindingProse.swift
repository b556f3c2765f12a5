import SourceModel

/// The sentences about one finding that several formats share.
struct FindingProse {
    /// `Sources/App/Cache.swift:12:5`
    let place: String
    /// One line, printable.
    let message: String
    /// ``in async function `Cache.warm()`, which runs on the cooperative pool``; empty for a finding about a comment.
    let setting: String
    /// The calls between the flagged one and the API that blocks; empty when the flagged call is the API.
    let steps: [Step]
    /// One line, or empty.
    let advice: String
    /// What the simulation said; `nil` when it was not asked.
    let verdict: VerdictProse?
    /// What `--fix` does about it, in one line, or empty.
    let fix: String

    struct Step {
        let file: String
        let position: SourcePosition
        let text: String

        var place: String { FindingProse.place(file, position) }
    }

    init(_ finding: Finding) {
        place = Self.place(finding.file, finding.start)
        message = finding.message.singleLine
        advice = finding.advice.singleLine
        fix = Self.fix(finding)
        setting = Self.isAboutCode(finding.context) ? Self.setting(finding.context) : ""
        steps = Self.steps(finding)
        verdict = finding.verdict.map { VerdictProse($0, finding) }
    }

    /// The message with the verdict, for formats that have room for one line.
    var messageWithVerdict: String { verdict.map { "\(message) (simulated: \($0.headline))" } ?? message }

    /// Everything about the finding in plain lines, the first one in the form of compilers.
    func lines(_ finding: Finding) -> [String] {
        var lines = ["\(place): \(finding.severity.rawValue): \(message) [\(finding.rule)]"]
        if !setting.isEmpty { lines.append(setting) }
        lines += steps.map { "\($0.place): note: \($0.text)" }
        if !advice.isEmpty { lines.append("help: \(advice)") }
        if let verdict { lines += ["simulated: \(verdict.headline)"] + verdict.details }
        if !fix.isEmpty { lines.append("fix: \(fix)") }
        return lines
    }

    private static func fix(_ finding: Finding) -> String {
        guard let fix = finding.preferredFix else { return "" }
        switch fix.safety {
        case .safe: return "\(fix.title.singleLine) (--fix)"
        case .review: return "\(fix.title.singleLine) (--fix --unsafe-fixes), but \(fix.reason.singleLine)"
        }
    }

    static func place(_ path: String, _ position: SourcePosition) -> String {
        "\(path.singleLine):\(position.line):\(position.column)"
    }

    /// Synchronous code outside of every function runs when nobody waits for it; only comments are looked at there.
    private static func isAboutCode(_ context: FindingContext) -> Bool {
        context.kind != .synchronous || !context.symbol.isEmpty
    }

    private static func setting(_ context: FindingContext) -> String {
        let symbol = context.symbol.isEmpty ? "the file's top level" : "`\(context.symbol.singleLine)`"
        let place =
            switch context.kind {
            case .asyncFunction: "async function \(symbol)"
            case .asyncClosure: "an async closure in \(symbol)"
            case .taskClosure: "a task started by \(symbol)"
            case .taskGroupClosure: "a child task started by \(symbol)"
            case .asyncLet: "an `async let` of \(symbol)"
            case .actorMethod: "actor-isolated \(symbol)"
            case .mainActor: "main-actor-isolated \(symbol)"
            case .globalActor: "global-actor-isolated \(symbol)"
            case .eventLoop: "event-loop code of \(symbol)"
            case .synchronous: "synchronous \(symbol)"
            }
        return "in \(place), which runs on \(context.executor.phrase)"
    }

    /// The first step is the flagged call, which the report shows anyway: it is told only when it is elsewhere.
    private static func steps(_ finding: Finding) -> [Step] {
        var caller: String?
        var steps: [Step] = []
        for (index, step) in finding.path.enumerated() {
            let symbol = step.symbol.singleLine
            if index > 0 || step.file != finding.file || step.position.line != finding.start.line {
                let subject = caller.map { "`\($0)` calls" } ?? "calls"
                let text = step.isRemark ? symbol : "\(subject) `\(symbol)` here"
                steps.append(Step(file: step.file, position: step.position, text: text))
            }
            caller = symbol
        }
        return steps
    }
}
