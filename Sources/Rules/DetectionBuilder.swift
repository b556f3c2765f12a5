import ProgramModel
import RuleCatalogue
import SourceModel

/// Words a finding: its place, message, evidence path and severity.
struct DetectionBuilder {
    let context: RuleContext

    private var resolver: Resolver { context.resolver }
    private var index: DeclarationIndex { context.index }

    /// A finding about an effect in an async context.
    func detection(_ rule: RuleID, _ effect: Effect, in execution: ExecutionContext) -> Detection {
        let path = self.path(effect)
        let callee = path.first?.symbol ?? effect.api
        return make(
            rule, site: effect.site, callee: callee, api: libraryName(effect), in: execution,
            severity: severity(rule, effect, in: execution), confidence: effect.confidence, path: path,
            waits: effect.entry?.waits.phrase ?? "", advice: advice(effect))
    }

    /// A finding about one site, in words of its own.
    func make(
        _ rule: RuleID, site: Site, callee: String, api: String, in execution: ExecutionContext, severity: Severity,
        confidence: Confidence, path: [Detection.Step], waits: String, advice: String
    ) -> Detection {
        let place = place(of: site)
        var detection = make(
            rule, file: site.file, range: place, callee: callee, api: api, in: execution, severity: severity,
            confidence: confidence, path: path, waits: waits, advice: advice)
        detection.site = site
        return detection
    }

    func make(
        _ rule: RuleID, file: Int, range: SourceRange, callee: String, api: String, in execution: ExecutionContext,
        severity: Severity, confidence: Confidence, path: [Detection.Step], waits: String, advice: String
    ) -> Detection {
        let symbol = resolver.symbol(around: execution.root)
        let message = context.catalogue.rules[rule]?.message.filled(
            callee: callee, api: api, executor: execution.executor.phrase, waits: waits,
            via: via(path))
        return Detection(
            rule: rule, severity: severity, confidence: confidence, file: file, range: range, anchor: range.start,
            message: message ?? rule.rawValue, advice: advice, callee: api,
            context: Detection.Context(
                kind: execution.kind, symbol: symbol.name, offset: symbol.offset, executor: execution.executor),
            path: path)
    }

    /// From the name of what is called to the end of its arguments; closures that trail are left out.
    func place(of site: Site) -> SourceRange {
        switch site {
        case .call(let reference):
            let call = index.call(reference)
            guard call.trailingClosureCount == 0 else { return call.nameRange }
            return SourceRange(call.nameRange.start, max(call.nameRange.end, call.range.end))
        case .read(let reference): return index.read(reference).nameRange
        case .loop(let loop): return loop.keywordRange
        }
    }

    // MARK: Evidence

    /// From the flagged call to the blocking API.
    func path(_ effect: Effect) -> [Detection.Step] {
        var steps: [Detection.Step] = []
        var current = effect
        while steps.count < 1_000 {
            let place = place(of: current.site)
            let cause = current.cause.flatMap { id in context.program.effects[id].map { (id, $0) } }
            let symbol = cause.map { calledSymbol($0.0.region, current.site) } ?? current.api
            steps.append(Detection.Step(symbol: symbol, file: current.site.file, offset: place.start))
            guard let next = cause?.1 else { break }
            current = next
        }
        return steps
    }

    private func calledSymbol(_ region: BodyReference, _ site: Site) -> String {
        switch index.kind(of: region) {
        case .function(let function): return resolver.symbol(of: FunctionReference(region.file, function))
        case .propertyInitializer: return resolver.symbol(around: region).name
        default:
            guard case .call(let call) = site else { return resolver.symbol(around: region).name }
            return index.call(call).baseName(in: index.files[call.file].summary) + "()"
        }
    }

    private func via(_ path: [Detection.Step]) -> String {
        guard path.count > 1 else { return "" }
        var names = path.dropFirst().map { "`\($0.symbol)`" }
        if names.count > 3 { names = Array(names.prefix(1)) + ["…"] + Array(names.suffix(1)) }
        return " (through " + names.joined(separator: ", ") + ")"
    }

    func libraryName(_ effect: Effect) -> String {
        effect.entry.map(libraryName) ?? effect.api
    }

    func libraryName(_ entry: EffectEntry) -> String {
        guard let module = entry.modules.first else { return entry.declaration.text }
        return module + "." + entry.declaration.text
    }

    // MARK: Severity

    /// The harm of the effect, one step more where a person or every connection waits, one less where nothing else
    /// runs yet.
    func severity(_ rule: RuleID, _ effect: Effect, in execution: ExecutionContext) -> Severity {
        let typical = context.catalogue.rules[rule]?.severity ?? .warning
        var severity = effect.entry.map { self.severity(of: $0, typical: typical) } ?? typical
        if execution.executor == .mainThread, !execution.isEntryPoint || execution.kind != .mainActor {
            severity = severity.raised
        }
        if execution.executor == .eventLoop { severity = severity.raised }
        if execution.isEntryPoint { severity = severity.lowered }
        return severity
    }

    private func severity(of entry: EffectEntry, typical: Severity) -> Severity {
        switch Harm(entry, budget: resolver.options.stallBudgetMilliseconds) {
        case .high:
            switch entry.waits {
            case .lock, .disk, .database, .cpu: return .warning
            case .time, .futureWork, .person, .peer, .child: return .error
            }
        case .medium: return entry.waits == .cpu ? .note : .warning
        case .low: return .note
        }
    }

    // MARK: Advice

    private func advice(_ effect: Effect) -> String {
        if effect.rule == "busy-wait-in-async" {
            return "Await the change: a continuation, an `AsyncStream`, or an async event"
        }
        guard let entry = effect.entry else { return "Call an async form, or run it on an executor future" }
        if let template = entry.asyncForm, effect.cause == nil { return "Use `\(Self.withoutPlaces(template))`" }
        if let advice = entry.advice, !advice.isEmpty { return advice }
        return "Run it on an executor future: `try await pool.submit { … }.value`"
    }

    /// A template as words: a place for an argument, `{label}`, becomes `…`; the braces of a closure stay.
    private static func withoutPlaces(_ template: String) -> String {
        var parts = template.split(separator: "{", omittingEmptySubsequences: false)[...]
        var text = String(parts.popFirst() ?? "")
        for part in parts {
            let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if !name.isEmpty, part.dropFirst(name.count).first == "}" {
                text += "…" + part.dropFirst(name.count + 1)
            } else {
                text += "{" + part
            }
        }
        return text
    }
}
