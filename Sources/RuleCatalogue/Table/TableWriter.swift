import SourceModel

/// Writes the catalogue as the text that the program carries; `TableReader` has the other half.
///
/// One record in a line, its fields between tabs, the first field a letter for the kind; lists have commas between
/// their elements. A format of our own, because the catalogue is read at every start: Foundation's JSON decoder alone
/// takes several times as long as all of this.
package struct TableWriter {
    private var lines: [String] = []

    private init() {}

    /// - Returns: one line for each rule.
    package static func table(of rules: [RuleEntry]) -> String {
        var writer = TableWriter()
        for rule in rules {
            writer.line(
                "R", rule.id.rawValue, rule.title, rule.severity.rawValue, rule.inTests.rawValue, rule.message.text,
                rule.why, rule.fix, rule.since)
        }
        return writer.lines.joined(separator: "\n")
    }

    /// - Returns: a line for the library, then one for each of its entries.
    package static func table(of library: EffectLibrary) -> String {
        var writer = TableWriter()
        writer.line("L", library.library, list(library.modules))
        for type in library.types { writer.add(type) }
        for function in library.functions { writer.line("F", function.declaration.text, function.type) }
        for effect in library.effects { writer.add(effect) }
        for closure in library.closures {
            writer.line(
                "C", closure.declaration.text, list(closure.defaults), text(closure.argument), closure.runs.rawValue)
            for condition in closure.when { writer.line("V", fields(condition)) }
        }
        return writer.lines.joined(separator: "\n")
    }

    private mutating func add(_ type: ExternalType) {
        line(
            "T", type.name, type.kind?.rawValue ?? "", Self.list(type.inherits), type.isolation ?? "",
            Self.list(type.eventLoopMethods))
        for member in type.memberList { line("M", member.declaration.text, member.type) }
    }

    private mutating func add(_ effect: EffectEntry) {
        line(
            "E", effect.declaration.text, effect.rule.rawValue, effect.waits.rawValue, Self.list(effect.defaults),
            Self.flags(effect), effect.latency.map { "\($0.median)" } ?? "", effect.latency.map { "\($0.p99)" } ?? "",
            effect.nameOnly == .possible ? "" : effect.nameOnly?.rawValue ?? "never",
            effect.confidence == .certain ? "" : effect.confidence.rawValue,
            effect.platforms == Platform.allCases ? "" : "," + Self.list(effect.platforms.map(\.rawValue)),
            Self.list(effect.noasync.map(\.rawValue)), effect.source.rawValue, effect.asyncForm ?? "",
            effect.advice ?? "", effect.asyncModule ?? "")
        for condition in effect.when { line("W", Self.fields(condition)) }
        for condition in effect.unless { line("U", Self.fields(condition)) }
    }

    private static func flags(_ effect: EffectEntry) -> String {
        var flags = ""
        if !effect.bounded { flags += "u" }
        if effect.asyncOverload { flags += "o" }
        if effect.acquires { flags += "a" }
        if effect.releases { flags += "r" }
        if effect.scope { flags += "s" }
        if effect.threadBound { flags += "t" }
        return flags
    }

    private static func fields(_ condition: Condition) -> [String] {
        switch condition {
        case .receiver(let test): ["receiver", test.rawValue]
        case .context(let test): ["context", test.rawValue]
        case .argument(let argument, .isZero): ["zero", text(argument)]
        case .argument(let argument, .isRemote): ["remote", text(argument)]
        case .argument(let argument, .isBundled): ["bundled", text(argument)]
        case .argument(let argument, .mentions(let names)): ["mentions", text(argument), list(names)]
        case .argument(let argument, .equals(let literal)): ["equals", text(argument), literal]
        }
    }

    private static func text(_ argument: ArgumentReference) -> String {
        switch argument {
        case .label(let label): label
        case .position(let position): String(position)
        }
    }

    private static func list(_ elements: [String]) -> String { elements.joined(separator: ",") }

    private mutating func line(_ kind: String, _ fields: String...) { line(kind, fields) }

    /// Empty fields at the end are left out.
    private mutating func line(_ kind: String, _ fields: [String]) {
        var fields = fields
        while fields.last == "" { fields.removeLast() }
        lines.append(([kind] + fields.map(Self.escaped)).joined(separator: "\t"))
    }

    private static func escaped(_ field: String) -> String {
        var result = ""
        for character in field.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
