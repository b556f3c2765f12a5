import SourceModel

/// Reads what `TableWriter` wrote, without Foundation and without a copy of the text.
///
/// The text is the program's own and checked by tests, so a record that does not fit is left out silently.
package struct TableReader {
    private var rules: [RuleEntry] = []
    private var libraries: [EffectLibrary] = []

    private init() {}

    /// O(bytes).
    package static func rules(_ table: UnsafeBufferPointer<UInt8>) -> [RuleEntry] {
        var reader = TableReader()
        reader.read(table)
        return reader.rules
    }

    /// O(bytes).
    package static func libraries(_ table: UnsafeBufferPointer<UInt8>) -> [EffectLibrary] {
        var reader = TableReader()
        reader.read(table)
        return reader.libraries
    }

    private mutating func read(_ table: UnsafeBufferPointer<UInt8>) {
        var record = TableRecord(table)
        while record.next() {
            switch record.kind {
            case UInt8(ascii: "R"): addRule(record)
            case UInt8(ascii: "L"):
                libraries.append(EffectLibrary(library: record.text(1), modules: record.list(2)))
            default:
                guard let last = libraries.indices.last else { continue }
                libraries[last].add(record)
            }
        }
    }

    private mutating func addRule(_ record: TableRecord) {
        guard let severity: Severity = record.word(3), let inTests: TestPolicy = record.word(4) else { return }
        rules.append(
            RuleEntry(
                id: RuleID(record.text(1)), title: record.text(2), severity: severity, inTests: inTests,
                message: MessageTemplate(record.text(5)), why: record.text(6), fix: record.text(7),
                since: record.text(8)))
    }
}

extension EffectLibrary {
    fileprivate mutating func add(_ record: TableRecord) {
        switch record.kind {
        case UInt8(ascii: "T"):
            types.append(
                ExternalType(
                    name: record.text(1), kind: record.word(2), inherits: record.list(3),
                    isolation: record.optionalText(4), eventLoopMethods: record.list(5), modules: modules))
        case UInt8(ascii: "M"):
            guard let last = types.indices.last, let member = ResultType(record) else { return }
            types[last].memberList.append(member)
        case UInt8(ascii: "F"):
            if let function = ResultType(record) { functions.append(function) }
        case UInt8(ascii: "E"):
            if let effect = EffectEntry(record, library: library, modules: modules) { effects.append(effect) }
        case UInt8(ascii: "W"):
            guard let last = effects.indices.last, let condition = Condition(record) else { return }
            effects[last].when.append(condition)
        case UInt8(ascii: "U"):
            guard let last = effects.indices.last, let condition = Condition(record) else { return }
            effects[last].unless.append(condition)
        case UInt8(ascii: "V"):
            guard let last = closures.indices.last, let condition = Condition(record) else { return }
            closures[last].when.append(condition)
        case UInt8(ascii: "C"):
            guard let declaration = DeclarationName(record.text(1)), let runs: ClosureExecution = record.word(4) else {
                return
            }
            closures.append(
                ClosureEntry(
                    declaration: declaration, defaults: record.list(2), argument: ArgumentReference(record.text(3)),
                    runs: runs, library: library, modules: modules))
        default: return
        }
    }
}

extension ResultType {
    fileprivate init?(_ record: TableRecord) {
        guard let declaration = DeclarationName(record.text(1)) else { return nil }
        self.init(declaration: declaration, type: record.text(2))
    }
}

extension EffectEntry {
    fileprivate init?(_ record: TableRecord, library: String, modules: [String]) {
        guard let declaration = DeclarationName(record.text(1)), let waits: Wait = record.word(3) else { return nil }
        self.init(
            declaration: declaration, defaults: record.list(4), rule: RuleID(record.text(2)), waits: waits,
            library: library, modules: modules)
        for flag in record.bytes(5) {
            switch flag {
            case UInt8(ascii: "u"): bounded = false
            case UInt8(ascii: "o"): asyncOverload = true
            case UInt8(ascii: "a"): acquires = true
            case UInt8(ascii: "r"): releases = true
            case UInt8(ascii: "s"): scope = true
            case UInt8(ascii: "t"): threadBound = true
            default: break
            }
        }
        if !record.bytes(6).isEmpty, let median = Double(record.text(6)), let p99 = Double(record.text(7)) {
            latency = Latency(median: median, p99: p99)
        }
        // A field with the default's value is empty; a list of platforms has a comma in front.
        if !record.bytes(8).isEmpty { nameOnly = record.word(8) }
        confidence = record.word(9) ?? .certain
        if !record.bytes(10).isEmpty { platforms = record.words(10) }
        noasync = record.words(11)
        source = record.word(12) ?? .memory
        asyncForm = record.optionalText(13)
        advice = record.optionalText(14)
        asyncModule = record.optionalText(15)
    }
}

extension Condition {
    fileprivate init?(_ record: TableRecord) {
        let subject = record.text(2)
        let argument = ArgumentReference(subject)
        switch record.text(1) {
        case "receiver":
            guard let test = ReceiverTest(rawValue: subject) else { return nil }
            self = .receiver(test)
        case "context":
            guard let test = ContextTest(rawValue: subject) else { return nil }
            self = .context(test)
        case "zero": self = .argument(argument, .isZero)
        case "remote": self = .argument(argument, .isRemote)
        case "bundled": self = .argument(argument, .isBundled)
        case "mentions": self = .argument(argument, .mentions(record.list(3)))
        case "equals": self = .argument(argument, .equals(record.text(3)))
        default: return nil
        }
    }
}

extension ArgumentReference {
    fileprivate init(_ text: String) { self = Int(text).map(ArgumentReference.position) ?? .label(text) }
}
