/// What a USR names, as far as finding it in a catalogue needs: module, enclosing types, base name.
package struct DeclarationPath: Sendable, Hashable {
    /// `nil` for C's functions: a USR does not say which header they come from.
    package var module: String?
    /// `FileManager.DirectoryEnumerator`; `nil` outside types.
    package var type: String?
    /// `init` for initializers.
    package var name: String

    /// `nil` for what has no name that anybody could write down, and for what the runtime cannot read.
    ///
    /// - Parameter usr: of a function.
    package init?(function usr: String) {
        if usr.hasPrefix("c:@F@") {
            let rest = usr.dropFirst("c:@F@".count)
            name = String(rest.prefix { $0 != "#" })
            if name.isEmpty || name.contains("@") { return nil }
            return
        }
        guard let words = Self.components(usr), words.count >= 2 else { return nil }
        module = words[0]
        name = words[words.count - 1] == "__allocating_init" ? "init" : words[words.count - 1]
        if words.count > 2 { type = words[1..<(words.count - 1)].joined(separator: ".") }
    }

    /// The name of a type without its module; `nil` as above.
    package static func typeName(usr: String) -> (module: String, name: String)? {
        guard let words = components(usr), words.count >= 2 else { return nil }
        return (words[0], words.dropFirst().joined(separator: "."))
    }

    private static func components(_ usr: String) -> [String]? {
        guard usr.hasPrefix("s:"), let text = RuntimeDemangler.text(of: "$s" + usr.dropFirst(2)) else { return nil }
        return path(in: text)
    }

    /// `static (extension in Foundation):Swift.String.write<A>(to: A) -> ()` is `Swift`, `String`, `write`.
    static func path(in demangled: String) -> [String]? {
        var text = demangled[...]
        if text.hasPrefix("static ") { text = text.dropFirst("static ".count) }
        if text.hasPrefix("(extension in "), let end = text.start(of: "):") { text = text[end...].dropFirst(2) }
        var words: [String] = []
        var word = ""
        while let character = text.popFirst() {
            switch character {
            case ".":
                words.append(word)
                word = ""
            case _ where character.isLetter || character.isNumber || character == "_": word.append(character)
            // `Swift.Task< where B == Swift.Error>.init(…)`: the member of a constrained extension stands behind.
            case "<" where text.skipArguments() == ".":
                words.append(word)
                word = ""
                text.removeFirst()
            case "(", "<", " ", ":":
                words.append(word)
                return words.contains("") ? nil : words
            // Operators and what stands in backticks.
            default: return nil
            }
        }
        words.append(word)
        return words.contains("") ? nil : words
    }
}

extension Substring {
    /// Where a text starts first.
    fileprivate func start(of wanted: String) -> Index? {
        indices.first { self[$0...].hasPrefix(wanted) }
    }

    /// Goes on behind the bracket that closes generic arguments, whose first one is gone already.
    ///
    /// - Returns: what stands there; `nil` at the end of the text.
    fileprivate mutating func skipArguments() -> Character? {
        var open = 1
        var last: Character = "<"
        while open > 0, let character = popFirst() {
            if character == "<" { open += 1 }
            // The arrow of a function type closes nothing.
            if character == ">", last != "-" { open -= 1 }
            last = character
        }
        return first
    }
}
