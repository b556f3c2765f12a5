import ProgramModel
import SourceModel

/// Says whether values of a type may cross threads, as far as declarations and the catalogue tell.
///
/// Follows SE-0302: actors, types isolated to a global actor, and types that state it; structs and enums of the module
/// whose parts may. "Unknown" is a normal answer.
final class Sendability {
    enum Answer { case yes, no, unknown }

    private let program: Program
    private var known: [NominalID: Answer] = [:]

    init(_ program: Program) { self.program = program }

    func answer(_ type: ResolvedType) -> Answer {
        switch type {
        case .unknown, .module: return .unknown
        case .function: return .no
        case .optional(let inner): return answer(inner)
        case .metatype: return .yes
        case .tuple(let elements): return all(elements.map(\.type))
        case .archetype(_, let constraints):
            return constraints.contains { inheritsSendable($0) } ? .yes : .no
        case .nominal(let id, let arguments):
            let nominal = program.index[id]
            if Self.containers.contains(nominal.qualifiedName), !nominal.isDeclared {
                return arguments.isEmpty ? .unknown : all(arguments)
            }
            return combined(answer(id), arguments.isEmpty ? .yes : all(arguments))
        }
    }

    /// Types of the standard library that may cross threads when their arguments may.
    private static let containers: Set<String> = [
        "Array", "ArraySlice", "ContiguousArray", "Set", "Dictionary", "Optional", "Range", "ClosedRange", "Result",
        "CollectionOfOne", "KeyValuePairs",
    ]

    private func answer(_ id: NominalID) -> Answer {
        if let answer = known[id] { return answer }
        // A type that contains itself depends on its other parts.
        known[id] = .yes
        let found = compute(id)
        known[id] = found
        return found
    }

    private func compute(_ id: NominalID) -> Answer {
        let nominal = program.index[id]
        if ["Void", "()"].contains(nominal.qualifiedName) { return .yes }
        if nominal.qualifiedName == "Any" || nominal.qualifiedName == "AnyObject" { return .no }
        if inheritsSendable(id) { return .yes }
        guard nominal.isDeclared else { return .unknown }
        if nominal.kind == .actor { return .yes }
        if case .globalActor = program.contexts.isolation.isolation(ofType: id) { return .yes }
        guard let place = nominal.declarations.first, nominal.kind == .struct || nominal.kind == .enum else {
            return .no
        }
        let file = program.files[place.file]
        let declaration = file.summary.types[place.id.index]
        if file.defaultGlobalActor != nil { return .yes }
        let isPublic = declaration.access == .public || declaration.access == .open
        if isPublic, !declaration.attributes.contains("frozen") { return .no }
        return all(parts(of: nominal))
    }

    /// Types of the stored properties and of the cases' payloads.
    private func parts(of nominal: Nominal) -> [ResolvedType] {
        var types: [ResolvedType] = []
        for place in nominal.declarations {
            let summary = program.files[place.file].summary
            for (position, declaration) in summary.properties.enumerated() where declaration.parent == place.id {
                guard declaration.getter == nil, !declaration.isStatic else { continue }
                // A wrapper stores more than the property's type says.
                let isWrapped = declaration.attributes.contains { attribute in
                    attribute.first?.isUppercase == true && !Self.sendableWrappers.contains(attribute)
                }
                let property = PropertyReference(place.file, PropertyID(position))
                types.append(isWrapped ? .unknown : program.resolver.type(of: property))
            }
            for declaration in summary.enumCases where declaration.parent == place.id {
                for element in declaration.payload {
                    types.append(program.resolver.type(element.type, of: declaration.parent, in: place.file))
                }
            }
        }
        return types
    }

    /// Wrappers of ArgumentParser, which may cross threads when their values may.
    private static let sendableWrappers: Set<String> = ["Argument", "Option", "Flag", "OptionGroup"]

    private func inheritsSendable(_ id: NominalID) -> Bool {
        program.resolver.withSupertypes(id).contains { program.index[$0].qualifiedName == "Sendable" }
    }

    private func all(_ types: [ResolvedType]) -> Answer {
        types.reduce(.yes) { combined($0, answer($1)) }
    }

    private func combined(_ left: Answer, _ right: Answer) -> Answer {
        if left == .no || right == .no { return .no }
        return left == .yes && right == .yes ? .yes : .unknown
    }
}

extension Program {
    /// A type as a message spells it: `FileHandle?`, `[URL]`.
    func spelled(_ type: ResolvedType) -> String {
        switch type {
        case .nominal(let id, let arguments):
            let name = index[id].qualifiedName
            if arguments.isEmpty { return name }
            return "\(name)<\(arguments.map(spelled).joined(separator: ", "))>"
        case .optional(let inner): return spelled(inner) + "?"
        case .tuple(let elements): return "(\(elements.map { spelled($0.type) }.joined(separator: ", ")))"
        case .function: return "a function type"
        case .metatype(let inner): return spelled(inner) + ".Type"
        case .archetype(let name, _): return name
        case .module(let name): return name
        case .unknown: return "a type that is not known"
        }
    }
}
