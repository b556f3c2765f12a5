import RuleCatalogue

/// `docs/apis.md`: every API with an effect, by library.
enum APIPage {
    static func text(_ sources: CatalogueSources) -> String {
        let count = sources.libraries.reduce(0) { $0 + $1.library.effects.count }
        var page = "# Blocking APIs that unblock knows\n\n"
        page += "\(count) entries. `latency` is what a call typically takes and what one in a hundred exceeds.\n"
        var done: Set<String> = []
        for (_, library) in sources.libraries where done.insert(library.library).inserted {
            page += APITable.section("## \(library.library)", sources, onlyOf: library.library)
        }
        page += "\nThis page is made from `rules/effects/` by `swift run unblock-generate`.\n"
        return page
    }
}

/// A Markdown table of effects.
enum APITable {
    /// Empty when there are no such effects.
    ///
    /// - Parameters:
    ///   - heading: with its `#` signs.
    ///   - rule: only this rule's effects, without a column for the rule.
    ///   - library: only this library's.
    static func section(
        _ heading: String, _ sources: CatalogueSources, onlyFor rule: RuleEntry? = nil, onlyOf library: String? = nil
    ) -> String {
        let effects = sources.libraries.map(\.library).filter { library == nil || $0.library == library }
            .flatMap(\.effects).filter { rule == nil || $0.rule == rule?.id }
        if effects.isEmpty { return "" }
        let last = rule == nil ? "rule" : "library"
        var text =
            "\n\(heading)\n\n| API | waits for | latency | async form or advice | the compiler reports it on | \(last) |\n"
        text += "|---|---|---|---|---|---|\n"
        for effect in effects {
            let cells = [
                "`\(effect.declaration)`" + conditions(effect), effect.waits.phrase, latency(effect),
                effect.asyncForm.map { "`\($0)`" } ?? effect.advice ?? "",
                effect.noasync.map(\.rawValue).joined(separator: ", "),
                rule == nil ? "`\(effect.rule)`" : effect.library,
            ]
            text += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
        }
        return text
    }

    private static func conditions(_ effect: EffectEntry) -> String {
        let when = effect.when.map(\.words)
        let unless = effect.unless.map(\.words)
        return (when.isEmpty ? "" : ", when \(when.joined(separator: " and "))")
            + (unless.isEmpty ? "" : ", unless \(unless.joined(separator: " or "))")
    }

    private static func latency(_ effect: EffectEntry) -> String {
        guard let latency = effect.latency else { return effect.bounded ? "" : "unbounded" }
        let range = "\(milliseconds(latency.median)) to \(milliseconds(latency.p99))"
        return effect.bounded ? range : range + ", unbounded"
    }

    private static func milliseconds(_ value: Double) -> String {
        switch value {
        case ..<1: "\(short(value * 1000)) µs"
        case ..<1000: "\(short(value)) ms"
        default: "\(short(value / 1000)) s"
        }
    }

    /// At most one digit behind the point.
    private static func short(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        let text = "\(rounded)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func escaped(_ cell: String) -> String {
        String(cell.map { $0.isNewline ? " " : $0 }).split(separator: "|", omittingEmptySubsequences: false)
            .joined(separator: "\\|")
    }
}

extension Condition {
    /// The condition as it reads after "when".
    fileprivate var words: String {
        switch self {
        case .receiver(.mainQueue): "on the main queue"
        case .receiver(.globalQueue): "on a global queue"
        case .receiver(.standardInput): "on standard input"
        case .receiver(.standardOutput): "on standard output or error"
        case .receiver(.pipe): "on a pipe"
        case .receiver(.embeddedLoop): "on an embedded event loop"
        case .receiver(.stateQueue): "on a queue that only guards state"
        case .context(.mainActor): "on the main actor"
        case .context(.asynchronous): "in asynchronous code itself"
        case .argument(let argument, .isZero): "\(argument.words) is zero"
        case .argument(let argument, .isRemote): "\(argument.words) is remote"
        case .argument(let argument, .isBundled): "\(argument.words) is bundled"
        case .argument(let argument, .mentions(let names)):
            "\(argument.words) has \(names.map { "`\($0)`" }.joined(separator: " or "))"
        case .argument(let argument, .equals(let literal)): "\(argument.words) is `\(literal)`"
        }
    }
}

extension ArgumentReference {
    fileprivate var words: String {
        switch self {
        case .label(let label): "`\(label)`"
        case .position(let position): "argument \(position)"
        }
    }
}
