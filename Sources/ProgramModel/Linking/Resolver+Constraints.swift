/// Whether the types of a call's arguments meet the constraints of generic parameters.
extension Resolver {
    enum ConstraintAnswer: Comparable { case notMet, unknown, met }

    /// What is least of all constraints; `met` where there are none.
    func meetsConstraints(_ function: FunctionReference, _ call: CallReference) -> ConstraintAnswer {
        let declaration = index.function(function)
        guard declaration.generics.contains(where: { $0.constraint != nil }) || !declaration.requirements.isEmpty
        else { return .met }
        var bound: Substitution = [:]
        bindGenerics(of: declaration, call, &bound)
        let scope = TypeScope(file: function.file, type: declaration.parent, function: function.id)
        var answer = ConstraintAnswer.met
        for generic in declaration.generics {
            var constraints = generic.constraint.map { [$0] } ?? []
            for requirement in declaration.requirements where requirement.left == .name(generic.name) {
                constraints.append(requirement.right)
            }
            for constraint in constraints.flatMap({ nominals(in: resolve($0, in: scope)) }) {
                answer = min(answer, meets(bound[generic.name], constraint))
            }
        }
        // What is asked of associated types is not looked into.
        let isPlain = declaration.requirements.allSatisfy { requirement in
            declaration.generics.contains { requirement.left == .name($0.name) }
        }
        return isPlain ? answer : min(answer, .unknown)
    }

    /// Types of the standard library that are raw values and have none.
    private static let scalars: Set<String> = [
        "Bool", "Character", "Double", "Float", "Int", "Int8", "Int16", "Int32", "Int64", "String", "Substring", "UInt",
        "UInt8", "UInt16", "UInt32", "UInt64",
    ]

    private func meets(_ type: ResolvedType?, _ constraint: NominalID) -> ConstraintAnswer {
        if index[constraint].name == "RawRepresentable", case .nominal(let id, _)? = type, !index[id].isDeclared,
            Self.scalars.contains(index[id].qualifiedName)
        {
            return .notMet
        }
        if isMarker(constraint) { return .met }
        guard case .nominal(let id, _)? = type else { return .unknown }
        if withSupertypes(id).contains(constraint) { return .met }
        // Of libraries' protocols it is not known by heart who conforms.
        return index[constraint].isDeclared ? .notMet : .unknown
    }
}
