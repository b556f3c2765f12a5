import RuleCatalogue
import SourceModel

/// What the catalogue knows about the declarations of one name.
struct APIExplanation {
    /// Never empty.
    let entries: [EffectEntry]
    let catalogue: Catalogue

    func text(_ page: TerminalPage) -> String {
        var text = ""
        for (index, group) in grouped.enumerated() {
            if index > 0 { text += "\n" }
            text += page.heading(group.name)
            for entry in group.entries { text += describe(entry) }
        }
        return text
    }

    /// Entries of one declaration belong together; the first stands first.
    private var grouped: [(name: String, entries: [EffectEntry])] {
        var groups: [(name: String, entries: [EffectEntry])] = []
        for entry in entries {
            let name = [entry.library, entry.declaration.text].filter { !$0.isEmpty }.joined(separator: ": ")
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].entries.append(entry)
            } else {
                groups.append((name, [entry]))
            }
        }
        return groups
    }

    private func describe(_ entry: EffectEntry) -> String {
        var lines: [String] = []
        let condition = entry.when.isEmpty ? "" : " when " + entry.when.map(\.words).joined(separator: " and ")
        if let latency = entry.latency, latency.p99 == 0 {
            lines.append("does not block\(condition)")
            if entry.acquires { lines.append("takes a lock that is held after the call") }
            if entry.releases { lines.append("gives up a lock") }
        } else {
            lines.append(
                "blocks\(condition): waits for \(entry.waits.phrase)\(entry.bounded ? "" : ", without a limit")")
            if let latency = entry.latency { lines.append("typically \(latency.words)") }
            if !entry.unless.isEmpty {
                lines.append("harmless when " + entry.unless.map(\.words).joined(separator: " or "))
            }
            lines.append("rule: \(entry.rule)")
            if let form = entry.asyncForm { lines.append("use: \(form)") }
            if let advice = entry.advice { lines.append("what to do: \(advice)") }
            if entry.asyncForm == nil, entry.advice == nil {
                lines.append("what to do: move it onto a thread of its own: try await executor.submit { … }.value")
            }
            if entry.asyncOverload { lines.append("an async form of the same name exists: call it with await") }
        }
        if !entry.noasync.isEmpty {
            lines.append("the compiler reports it on " + entry.noasync.map(\.rawValue).joined(separator: " and "))
        }
        return lines.map { "    \($0)\n" }.joined()
    }
}

extension Latency {
    /// "0.1 ms, 1 in 100 takes 20 ms".
    fileprivate var words: String { "\(Self.words(median)), 1 call in 100 takes \(Self.words(p99)) or more" }

    private static func words(_ milliseconds: Double) -> String {
        if milliseconds >= 1000 { return "\(rounded(milliseconds / 1000)) s" }
        return "\(rounded(milliseconds)) ms"
    }

    private static func rounded(_ value: Double) -> String {
        value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
    }
}

extension Condition {
    fileprivate var words: String {
        switch self {
        case .argument(let argument, let test): "\(argument.words) \(test.words)"
        case .receiver(let receiver): receiver.words
        case .context(let context): context.words
        }
    }
}

extension ArgumentReference {
    fileprivate var words: String {
        switch self {
        case .label(let label): "`\(label)`"
        case .position(let index): "argument \(index + 1)"
        }
    }
}

extension ArgumentTest {
    fileprivate var words: String {
        switch self {
        case .isZero: "is zero, now, or below the stall budget"
        case .isRemote: "is a URL that is not a file"
        case .isBundled: "is a resource of the bundle"
        case .mentions(let names): "mentions " + names.map { "`\($0)`" }.joined(separator: " or ")
        case .equals(let literal): "is `\(literal)`"
        }
    }
}

extension ReceiverTest {
    fileprivate var words: String { "the receiver is the \(rawValue.replacingDashes)" }
}

extension ContextTest {
    fileprivate var words: String { "the caller runs on the \(rawValue.replacingDashes)" }
}

extension String {
    fileprivate var replacingDashes: String { String(map { $0 == "-" ? " " : $0 }) }
}
