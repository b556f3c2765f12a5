import SwiftSyntax

/// Local variables, local functions, and the names that patterns bind.
extension SummaryCollector {
    mutating func addLocal(
        _ name: String, type: TypeReference?, origin: Local.Origin, isMutable: Bool
    ) -> LocalID {
        summary.locals.append(
            Local(name: name, type: type, origin: origin, isMutable: isMutable, body: body))
        return LocalID(summary.locals.count - 1)
    }

    /// Adds a local and makes its name visible from here on.
    @discardableResult
    mutating func declareLocal(
        _ name: String, type: TypeReference?, origin: Local.Origin, isMutable: Bool
    ) -> LocalID {
        let local = addLocal(name, type: type, origin: origin, isMutable: isMutable)
        // `guard let self` keeps `self` what it is.
        if name != "_", name != "self" { scopes.declare(name, local) }
        return local
    }

    mutating func localVariable(_ node: VariableDeclSyntax) {
        let isMutable = node.bindingSpecifier.text != "let"
        let isAsync = node.modifiers.hasElements && node.modifiers.contains { $0.name.text == "async" }
        let bindings = Array(node.bindings)
        var types = bindings.map { binding in binding.typeAnnotation.map { reference($0.type) } }
        // In `let a, b: Int` the type belongs to both.
        for index in types.indices.dropLast().reversed() where bindings[index].initializer == nil {
            types[index] = types[index] ?? types[index + 1]
        }
        for (binding, type) in zip(bindings, types) {
            localBinding(binding, type: type, isMutable: isMutable, isAsync: isAsync)
        }
    }

    private mutating func localBinding(
        _ binding: PatternBindingSyntax, type: TypeReference?, isMutable: Bool, isAsync: Bool
    ) {
        let value = binding.initializer?.value
        if let identifier = binding.pattern.as(IdentifierPatternSyntax.self) {
            let name = identifier.identifier.identifierText
            // The local needs its id before its value is collected, for closures that say what they are bound to.
            let local = addLocal(name, type: type, origin: .binding(value: nil), isMutable: isMutable)
            if let value {
                let id = isAsync ? asyncLet(value) : expression(value, use: .bound(local))
                summary.locals[local.index].origin = .binding(value: id)
            }
            if let accessors = binding.accessorBlock {
                var head = FunctionDeclaration(kind: .getter, name: name, traits: DeclarationTraits())
                head.result = type
                head.nameRange = identifier.textRange
                head.range = binding.textRange
                _ = self.accessors(accessors, head, parameters: nil)
            }
            if name != "_" { scopes.declare(name, local) }
            return
        }
        var id: ExpressionID?
        if let value { id = isAsync ? asyncLet(value) : expression(value) }
        bind(binding.pattern, .binding(value: id), type: type, isMutable: isMutable)
    }

    /// The initial value of an `async let` is the code of a child task.
    private mutating func asyncLet(_ value: ExprSyntax) -> ExpressionID {
        summary.bodies[body.index].isAsync = true
        let range = value.textRange
        let child = reserveBody(.asyncLet, parent: body, isAsync: true, range: range, nameRange: range)
        var id = Self.unknown
        inside(child) { collector in
            // The `await` that the initializer may leave out.
            collector.awaiting = AwaitFrame()
            id = collector.expression(value)
        }
        return id
    }

    /// Makes the functions of a scope visible before their declarations, as Swift does.
    mutating func hoistFunctions(in items: [CodeBlockItemSyntax.Item]) {
        for case .decl(let declaration) in items {
            if let function = declaration.as(FunctionDeclSyntax.self) {
                let name = function.name.identifierText
                let id = reserve(
                    FunctionDeclaration(kind: .function, name: name, traits: DeclarationTraits()))
                let local = addLocal(name, type: nil, origin: .function(id), isMutable: false)
                hoisted[function.id] = (id, local)
                scopes.declare(name, local, isFunction: true)
            } else if let conditional = declaration.as(IfConfigDeclSyntax.self) {
                for clause in conditional.clauses {
                    guard case .statements(let items)? = clause.elements else { continue }
                    descending(otherwise: ()) { $0.hoistFunctions(in: items.map(\.item)) }
                }
            }
        }
    }
}
