import Yams

/// A value of a YAML file; its readers report what does not fit and give `nil` or nothing for it.
struct YAMLValue {
    let node: Node
    let source: YAMLSource

    /// 1-based.
    var line: Int? { node.mark?.line }

    /// `key:` with nothing behind it.
    var isEmpty: Bool {
        guard let scalar = node.scalar else { return false }
        let isQuoted = scalar.style != .plain && scalar.style != .any
        return !isQuoted && (scalar.string.isEmpty || scalar.string == "~")
    }

    /// Neither a list nor a mapping.
    var isText: Bool { node.scalar != nil }

    func report(_ problem: String, _ advice: String) { source.report(problem, advice, at: node) }

    /// - Parameters:
    ///   - what: names the value in messages: "`rule`".
    func text(_ what: String) -> String? {
        guard let scalar = node.scalar else {
            report("\(what) is not a single value", "write it on one line, in quotes if it has `: ` or `#`")
            return nil
        }
        return scalar.string
    }

    /// The elements of a list; a single value counts as a list of one, nothing as an empty list.
    func list() -> [YAMLValue] {
        if isEmpty { return [] }
        guard let sequence = node.sequence else { return [self] }
        return sequence.map { YAMLValue(node: $0, source: source) }
    }

    func texts(_ what: String) -> [String] { list().compactMap { $0.text("an element of \(what)") } }

    /// `true` or `false`.
    func flag(_ what: String) -> Bool? {
        switch text(what) {
        case nil: return nil
        case "true": return true
        case "false": return false
        case .some(let other):
            report("\(what) is `\(other)`", "use `true` or `false`")
            return nil
        }
    }

    func number(_ what: String) -> Double? {
        guard let text = text(what) else { return nil }
        guard let number = Double(text), number.isFinite, number >= 0 else {
            report("\(what) is `\(text)`", "use a number that is not negative")
            return nil
        }
        return number
    }

    /// One of the words of `Choice`.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ what: String, _ type: Choice.Type) -> Choice? {
        guard let text = text(what) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        report("\(what) cannot be `\(text)`", NearestName.advice(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    /// Keys and values in file order.
    ///
    /// - Parameter what: names the value in messages: "an effect".
    func pairs(_ what: String) -> [(key: YAMLValue, value: YAMLValue)] {
        if isEmpty { return [] }
        guard let mapping = node.mapping else {
            report("\(what) is not a mapping", "write it as `key: value` lines")
            return []
        }
        return mapping.map { (YAMLValue(node: $0.key, source: source), YAMLValue(node: $0.value, source: source)) }
    }

    /// A mapping with fixed keys; every other key is reported.
    ///
    /// - Parameters:
    ///   - what: names the value in messages: "an effect".
    ///   - keys: all that are allowed.
    func object(_ what: String, keys: [String]) -> YAMLObject {
        var values: [String: YAMLValue] = [:]
        var misspelt: Set<String> = []
        for (key, value) in pairs(what) {
            guard let name = key.text("a key of \(what)") else { continue }
            if keys.contains(name) {
                values[name] = value
            } else {
                key.report("\(what) has no key `\(name)`", NearestName.advice(for: name, among: keys))
                if let meant = NearestName.of(name, among: keys) { misspelt.insert(meant) }
            }
        }
        return YAMLObject(whole: self, what: what, values: values, misspelt: misspelt)
    }
}

/// A mapping with known keys.
struct YAMLObject {
    let whole: YAMLValue
    let what: String
    fileprivate let values: [String: YAMLValue]
    /// Keys that were reported already, because a key that is not known looks like them.
    fileprivate let misspelt: Set<String>

    /// `nil` when the key is absent or has nothing behind it.
    subscript(key: String) -> YAMLValue? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

    /// The value of a key that must be there.
    func required(_ key: String) -> YAMLValue? {
        if let value = self[key] { return value }
        if !misspelt.contains(key) { whole.report("\(what) has no `\(key)`", "add `\(key):`") }
        return nil
    }

    func requiredText(_ key: String) -> String? { required(key)?.text("`\(key)`") }
    func text(_ key: String) -> String? { self[key]?.text("`\(key)`") }
    func texts(_ key: String) -> [String] { self[key]?.texts("`\(key)`") ?? [] }
    func flag(_ key: String) -> Bool? { self[key]?.flag("`\(key)`") }
    func list(_ key: String) -> [YAMLValue] { self[key]?.list() ?? [] }
    func pairs(_ key: String) -> [(key: YAMLValue, value: YAMLValue)] { self[key]?.pairs("`\(key)`") ?? [] }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice? {
        self[key]?.choice("`\(key)`", type)
    }

    func choices<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Choice.Type) -> [Choice]? {
        self[key]?.list().compactMap { $0.choice("`\(key)`", type) }
    }
}
