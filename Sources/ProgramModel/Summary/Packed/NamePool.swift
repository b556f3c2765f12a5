/// Every name and literal that the code of one file spells, each once.
struct NamePool {
    private(set) var texts: [String] = []
    /// Texts of up to so many bytes need no memory of their own.
    fileprivate static let longestInline = 15
    private var positions: [String: UInt32] = [:]

    /// The position of a text in `texts`. O(length).
    mutating func position(of text: String) -> UInt32 {
        let next = UInt32(texts.count)
        let position = positions[text, default: next]
        if position == next {
            positions[text] = next
            texts.append(text)
        }
        return position
    }

    /// The same text; one that needs memory of its own shares it with all equal ones of the file.
    private mutating func shared(_ text: String) -> String {
        text.utf8.count <= Self.longestInline ? text : texts[Int(position(of: text))]
    }

    mutating func sharing(_ functions: [FunctionDeclaration]) -> [FunctionDeclaration] {
        var functions = functions.fitted
        for position in functions.indices {
            functions[position].name = shared(functions[position].name)
            let parameters = functions[position].parameters
            if parameters.isEmpty { continue }
            functions[position].parameters =
                parameters.contains(where: \.hasLongName)
                ? parameters.map { sharing($0) } : parameters.fitted
        }
        return functions
    }

    private mutating func sharing(_ parameter: Parameter) -> Parameter {
        var parameter = parameter
        parameter.label = parameter.label.map { shared($0) }
        parameter.name = shared(parameter.name)
        return parameter
    }

    mutating func sharing(_ properties: [PropertyDeclaration]) -> [PropertyDeclaration] {
        var properties = properties.fitted
        for position in properties.indices { properties[position].name = shared(properties[position].name) }
        return properties
    }

    mutating func sharing(_ locals: [Local]) -> [Local] {
        var locals = locals.fitted
        for position in locals.indices { locals[position].name = shared(locals[position].name) }
        return locals
    }
}

extension Parameter {
    fileprivate var hasLongName: Bool {
        name.utf8.count > NamePool.longestInline || (label?.utf8.count ?? 0) > NamePool.longestInline
    }
}

extension Array {
    /// The same elements in no more memory than they need: what grew by appending holds up to twice of it.
    var fitted: [Element] {
        if isEmpty { return [] }
        // What the allocator rounds up to is no gain.
        guard capacity - count > Swift.max(count / 8, 16 / Swift.max(MemoryLayout<Element>.stride, 1)) else {
            return self
        }
        var fitted: [Element] = []
        fitted.reserveCapacity(count)
        fitted.append(contentsOf: self)
        return fitted
    }
}
