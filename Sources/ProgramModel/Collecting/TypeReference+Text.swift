/// Types, parameters and requirements as Swift spells them, for dumps.
extension TypeReference {
    var written: String {
        switch self {
        case .named(let components): components.map { $0.name + $0.arguments.written }.joined(separator: ".")
        case .optional(let type): type.written + "?"
        case .array(let element): "[" + element.written + "]"
        case .dictionary(let key, let value): "[" + key.written + ": " + value.written + "]"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.written }.joined(separator: ", ") + ")"
        case .function(let function): function.written
        case .metatype(let type): type.written + ".Type"
        case .opaque(let type): "some " + type.written
        case .existential(let type): "any " + type.written
        case .composition(let parts): parts.map(\.written).joined(separator: " & ")
        case .unknown: "_"
        }
    }
}

extension FunctionTypeReference {
    fileprivate var written: String {
        attributes.map { "@" + $0 + " " }.joined() + "(" + parameters.map(\.written).joined(separator: ", ") + ")"
            + (isAsync ? " async" : "") + " -> " + result.written
    }
}

extension GenericRequirement {
    var written: String { left.written + (relation == .equals ? " == " : ": ") + right.written }
}

extension [TypeReference] {
    /// `<A, B>`, or nothing.
    var written: String { isEmpty ? "" : "<" + map(\.written).joined(separator: ", ") + ">" }
}

extension [GenericParameter] {
    /// `<A: P, B>`, or nothing.
    var written: String {
        isEmpty
            ? "" : "<" + map { $0.name + ($0.constraint.map { ": " + $0.written } ?? "") }.joined(separator: ", ") + ">"
    }
}
