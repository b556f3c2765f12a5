import SourceModel

/// The types that calls and closures yield, with generic parameters bound to arguments.
extension Resolver {
    func resolution(
        to functions: [FunctionReference], _ confidence: Confidence, _ substitution: Substitution,
        _ call: CallReference? = nil
    ) -> CallResolution {
        guard let first = functions.first else { return .unknown }
        let declaration = index.function(first)
        var substitution = substitution
        if let call { bindGenerics(of: declaration, call, &substitution) }
        var result = self.result(of: first, substitution)
        // Of several that give different things, nothing can be said about what comes of it.
        let written = declaration.result
        if functions.dropFirst().contains(where: {
            index.function($0).result != written && self.result(of: $0, substitution) != result
        }) {
            result = .unknown
        }
        return CallResolution(
            target: .functions(functions), confidence: functions.count == 1 ? confidence : min(confidence, .likely),
            result: result, substitution: substitution)
    }

    private func result(of function: FunctionReference, _ substitution: Substitution) -> ResolvedType {
        let declaration = index.function(function)
        let scope = TypeScope(file: function.file, type: declaration.parent, function: function.id)
        return declaration.result.map { resolve($0, in: scope, substitution) } ?? .void
    }

    /// Binds a function's generic parameters that are written as the type of a parameter.
    func bindGenerics(
        of declaration: FunctionDeclaration, _ reference: CallReference, _ substitution: inout Substitution
    ) {
        guard !declaration.generics.isEmpty else { return }
        let call = index.call(reference)
        guard let assigned = parameters(of: call, in: declaration) else { return }
        let names = Set(declaration.generics.map(\.name))
        let scope = Scope(file: reference.file, body: call.body)
        for (argument, position) in zip(call.arguments, assigned) {
            switch declaration.parameters[position].type.withoutOptional {
            case .named(let components) where components.count == 1 && names.contains(components[0].name):
                let type = type(of: argument.value, in: scope)
                if !type.isUnknown { substitution[components[0].name] = type }
            case .metatype(.named(let components)) where components.count == 1 && names.contains(components[0].name):
                if case .metatype(let instance) = type(of: argument.value, in: scope) {
                    substitution[components[0].name] = instance
                }
            case .function(let shape):
                guard case .named(let components) = shape.result, components.count == 1,
                    names.contains(components[0].name),
                    case .closure(let body) = index.files[reference.file].summary[argument.value]
                else { continue }
                let result = resultType(of: BodyReference(reference.file, body))
                if !result.isUnknown { substitution[components[0].name] = result }
            default: continue
            }
        }
    }

    /// The type that a closure returns: as written, or of its only or last value.
    package func resultType(of closure: BodyReference) -> ResolvedType {
        if let known = bodyResults[closure] { return known }
        bodyResults.set(closure, to: .unknown)
        let body = index.body(closure)
        let scope = Scope(closure)
        var found = ResolvedType.unknown
        if case .closure(let form) = body.kind, let written = form.result {
            found = resolve(written, in: typeScope(scope))
        } else {
            found = returnedValue(body.steps).map { type(of: $0, in: scope) } ?? .unknown
        }
        bodyResults.set(closure, to: found)
        return found
    }

    private func returnedValue(_ steps: [Step]) -> ExpressionID? {
        for step in steps.reversed() {
            switch step {
            case .exit(.return(let value?)): return value
            case .scope(let inner): if let value = returnedValue(inner) { return value }
            case .branch(let arms):
                for arm in arms { if let value = returnedValue(arm) { return value } }
            default: continue
            }
        }
        return nil
    }
}
