extension Resolver {
    /// The type of an expression. Remembered; an expression inside itself is `unknown`.
    package func type(of id: ExpressionID, in scope: Scope) -> ResolvedType {
        let reference = ExpressionReference(scope.file, id)
        if let known = expressionTypes[reference] { return known }
        guard depth < Self.maximumDepth else { return .unknown }
        depth += 1
        defer { depth -= 1 }
        expressionTypes.set(reference, to: .unknown)
        let found = computeType(of: index.files[scope.file].summary[id], in: scope)
        expressionTypes.set(reference, to: found)
        return found
    }

    private func computeType(of expression: Expression, in scope: Scope) -> ResolvedType {
        switch expression {
        case .unknown, .keyPath, .macro, .nilLiteral, .implicitMember: return .unknown
        case .name(let name, let arguments): return typeOfName(name, arguments, in: scope)
        case .local(let local): return type(ofLocal: LocalReference(scope.file, local))
        case .selfReference: return selfType(in: scope)
        case .selfType: return .metatype(selfType(in: scope).metatypeInstance)
        case .superReference: return superType(in: scope)
        case .member(let base, let name, _): return typeOfMember(name, base: base, in: scope)
        case .call(let call): return resolve(CallReference(scope.file, call)).result
        case .subscript(let base, let arguments):
            let receiver = type(of: base, in: scope)
            let element = elementType(of: receiver.unwrapped)
            return element.isUnknown ? subscriptResult(on: receiver, arguments.count, in: scope) : element
        case .integer: return library("Int")
        case .float: return library("Double")
        case .boolean: return library("Bool")
        case .string: return library("String")
        case .regex: return library("Regex")
        case .array(let elements):
            let element = elements.first.map { type(of: $0, in: scope) } ?? .unknown
            return .nominal(index.external("Array"), arguments: [element])
        case .dictionary(let pairs):
            let key = pairs.first.map { type(of: $0.key, in: scope) } ?? .unknown
            let value = pairs.first.map { type(of: $0.value, in: scope) } ?? .unknown
            return .nominal(index.external("Dictionary"), arguments: [key, value])
        case .tuple(let elements):
            return .tuple(
                elements.map { TupleElementType(label: $0.label, type: type(of: $0.value, in: scope)) })
        case .unwrap(let inner): return type(of: inner, in: scope).unwrappedOnce
        case .optionalTry(let inner):
            let type = type(of: inner, in: scope)
            if case .optional = type { return type }
            return type.isUnknown ? .unknown : .optional(type)
        case .cast(_, let written, let isOptional):
            let type = resolve(written, in: typeScope(scope))
            return isOptional ? .optional(type) : type
        case .type(let written): return .metatype(resolve(written, in: typeScope(scope)))
        case .selfMember(let inner): return type(of: inner, in: scope)
        case .closure: return .unknown
        case .choice(let choices):
            for choice in choices {
                let found = type(of: choice, in: scope)
                if !found.isUnknown { return found }
            }
            return .unknown
        case .operators(let operands, let operators):
            return typeOfOperators(operands, operators, in: scope)
        case .unary(let sign, let operand):
            return sign == "!" ? library("Bool") : type(of: operand, in: scope)
        }
    }

    func library(_ name: String) -> ResolvedType { .nominal(index.external(name), arguments: []) }

    func typeScope(_ scope: Scope) -> TypeScope {
        TypeScope(file: scope.file, body: scope.body)
    }

    /// The instance type of `self`; in static code the metatype.
    func selfType(in scope: Scope) -> ResolvedType {
        let body = index.files[scope.file].summary.bodies[scope.body.index]
        guard let owner = index.nominal(of: body.enclosingType, in: scope.file) else { return .unknown }
        let instance = ResolvedType.nominal(
            owner, arguments: index[owner].generics.map { genericArgument($0, of: owner, file: scope.file) })
        return isStatic(scope) ? .metatype(instance) : instance
    }

    private func genericArgument(_ name: String, of owner: NominalID, file: Int) -> ResolvedType {
        guard let place = index[owner].declarations.first else { return .unknown }
        return lookUpType(name, in: TypeScope(file: place.file, type: place.id)) ?? .unknown
    }

    /// Whether `self` is the type itself: static functions, and closures in them.
    func isStatic(_ scope: Scope) -> Bool {
        let summary = index.files[scope.file].summary
        var current: BodyID? = scope.body
        var steps = 0
        while let id = current, steps < 300 {
            steps += 1
            let body = summary.bodies[id.index]
            switch body.kind {
            case .function(let function):
                let declaration = summary.functions[function.index]
                if declaration.parent != nil, declaration.enclosingBody == nil { return declaration.isStatic }
            case .propertyInitializer(let property):
                let declaration = summary.properties[property.index]
                return declaration.parent != nil && declaration.isStatic
            case .defaultArgument, .topLevel, .closure, .asyncLet: break
            }
            current = body.parent
        }
        return false
    }

    private func superType(in scope: Scope) -> ResolvedType {
        guard let owner = nominals(in: selfType(in: scope).metatypeInstance).first else { return .unknown }
        let supertypes = index[owner].supertypes
        let superclass = supertypes.first { index[$0].kind == .class || !index[$0].isDeclared }
        guard let superclass else { return .unknown }
        let instance = ResolvedType.nominal(superclass, arguments: [])
        return isStatic(scope) ? .metatype(instance) : instance
    }

    /// A name that no local scope declares: an implicit `self` member, a global, a type, a module.
    private func typeOfName(_ name: String, _ arguments: [TypeReference], in scope: Scope) -> ResolvedType {
        for enclosing in enclosingTypes(of: scope) {
            let found = typeOfMember(name, on: .nominal(enclosing, arguments: []), isStatic: nil, from: scope.file)
            if !found.isUnknown { return found }
            if !members(named: name, of: enclosing, from: scope.file).isEmpty { return .unknown }
        }
        if let property = globalProperty(name, from: scope.file) { return type(of: property) }
        if let type = lookUpType(name, arguments, in: typeScope(scope)) { return .metatype(type) }
        if isModule(name, in: scope.file), catalogue.type(named: name) == nil { return .module(name) }
        guard name.looksLikeType else { return .unknown }
        let reference = TypeReference.named([TypeComponent(name, arguments: arguments)])
        return .metatype(resolve(reference, in: typeScope(scope)))
    }

    func globalProperty(_ name: String, from file: Int) -> PropertyReference? {
        guard let candidates = index.globalProperties[name] else { return nil }
        let accessible = candidates.filter {
            isAccessible(index.property($0).access, declaredIn: $0.file, from: file)
        }
        return accessible.first { $0.file == file }
            ?? accessible.first { index.files[$0.file].module == index.files[file].module }
            ?? accessible.first { index.isVisible(module: index.files[$0.file].module, from: file) }
    }

    /// Types whose members code sees without a receiver, innermost first.
    func enclosingTypes(of scope: Scope) -> [NominalID] {
        if let known = enclosingTypesOfBodies[scope.reference] { return known }
        let summary = index.files[scope.file].summary
        var result: [NominalID] = []
        var type = summary.bodies[scope.body.index].enclosingType
        var steps = 0
        while let current = type, summary.types.indices.contains(current.index), steps < 50 {
            steps += 1
            if let id = index.nominal(of: current, in: scope.file), !result.contains(id) { result.append(id) }
            let declaration = summary.types[current.index]
            if let parent = declaration.parent {
                type = parent
            } else if let body = declaration.enclosingBody {
                type = summary.bodies[body.index].enclosingType
            } else {
                type = nil
            }
        }
        enclosingTypesOfBodies.set(scope.reference, to: result)
        return result
    }

    private func typeOfMember(_ name: String, base: ExpressionID, in scope: Scope) -> ResolvedType {
        let receiver = type(of: base, in: scope)
        switch receiver {
        case .module(let module):
            if name.looksLikeType { return .metatype(moduleType(name, module: module, file: scope.file)) }
            return globalProperty(name, from: scope.file).map { type(of: $0) } ?? .unknown
        case .metatype(let instance):
            if name == "self" { return receiver }
            return typeOfMember(name, on: instance, isStatic: true, from: scope.file)
        case .optional(let wrapped):
            let own = typeOfMember(name, on: receiver, isStatic: false, from: scope.file)
            return own.isUnknown ? typeOfMember(name, on: wrapped, isStatic: false, from: scope.file) : own
        default:
            return typeOfMember(name, on: receiver, isStatic: false, from: scope.file)
        }
    }

    /// What `x[i]` or `for e in x` yields.
    func elementType(of type: ResolvedType) -> ResolvedType {
        guard case .nominal(let id, let arguments) = type else { return .unknown }
        switch index[id].qualifiedName {
        case "Array", "Set", "ArraySlice", "ContiguousArray", "AsyncStream", "AsyncThrowingStream", "Deque":
            return arguments.first ?? .unknown
        case "Dictionary":
            return arguments.last.map { .optional($0) } ?? .unknown
        default: return .unknown
        }
    }

    private func typeOfOperators(
        _ operands: [ExpressionID], _ operators: [String], in scope: Scope
    ) -> ResolvedType {
        if operators.contains(where: { ["==", "!=", "<", ">", "<=", ">=", "&&", "||", "===", "!=="].contains($0) }) {
            return library("Bool")
        }
        if operators.contains("=") { return .void }
        let types = operands.map { type(of: $0, in: scope) }
        if operators.contains("??") {
            return types.last.flatMap { $0.isUnknown ? nil : $0 } ?? types.first?.unwrappedOnce ?? .unknown
        }
        if operators.contains("...") { return library("ClosedRange") }
        if operators.contains("..<") { return library("Range") }
        return types.first { !$0.isUnknown } ?? .unknown
    }
}

extension ResolvedType {
    /// The instance type of a metatype, any other type unchanged.
    var metatypeInstance: ResolvedType {
        if case .metatype(let instance) = self { return instance }
        return self
    }
}

extension String {
    /// Whether a name is spelled as types are: its first letter is upper case.
    var looksLikeType: Bool {
        for byte in utf8 where byte != UInt8(ascii: "_") { return (65...90).contains(byte) }
        return false
    }
}
