import SwiftSyntax

/// Types as written, reduced to `TypeReference`.
extension SummaryCollector {
    mutating func reference(_ type: TypeSyntax?) -> TypeReference {
        guard let type else { return .unknown }
        return descending(otherwise: .unknown) { collector in
            // A file spells few types, and those many times.
            let reference = collector.innerReference(type)
            return collector.types.insert(reference).memberAfterInsert
        }
    }

    private mutating func innerReference(_ type: TypeSyntax) -> TypeReference {
        switch type.as(TypeSyntaxEnum.self) {
        case .identifierType, .memberType: return named(type)
        case .optionalType, .implicitlyUnwrappedOptionalType: return optional(type)
        case .arrayType(let array): return .array(reference(array.element))
        case .inlineArrayType(let array):
            return .named([TypeComponent("InlineArray", arguments: [argument(array.count), argument(array.element)])])
        case .dictionaryType(let dictionary):
            return .dictionary(key: reference(dictionary.key), value: reference(dictionary.value))
        case .tupleType(let tuple): return self.tuple(tuple.elements)
        case .functionType(let function): return self.function(function)
        case .metatypeType(let metatype): return .metatype(reference(metatype.baseType))
        case .someOrAnyType(let constrained):
            let constraint = reference(constrained.constraint)
            return constrained.someOrAnySpecifier.text == "some" ? .opaque(constraint) : .existential(constraint)
        case .compositionType(let composition):
            return .composition(composition.elements.map { reference($0.type) })
        case .attributedType(let attributed): return self.attributed(attributed)
        case .packElementType(let pack): return reference(pack.pack)
        case .packExpansionType(let pack): return reference(pack.repetitionPattern)
        case .namedOpaqueReturnType(let opaque): return reference(opaque.type)
        case .classRestrictionType: return .name("AnyObject")
        case .suppressedType, .missingType: return .unknown
        }
    }

    /// `A.B<C>.D`, without recursion along the dots.
    private mutating func named(_ type: TypeSyntax) -> TypeReference {
        var components: [TypeComponent] = []
        var rest = type
        while let member = rest.as(MemberTypeSyntax.self) {
            components.append(component(member.name, member.genericArgumentClause))
            rest = member.baseType
        }
        if let root = rest.as(IdentifierTypeSyntax.self) {
            components.append(component(root.name, root.genericArgumentClause))
            if let module = root.moduleSelector { components.append(TypeComponent(module.moduleName.identifierText)) }
        } else if case .named(let outer) = reference(rest) {
            components.append(contentsOf: outer.reversed())
        } else {
            return .unknown
        }
        return .named(components.reversed())
    }

    private mutating func component(_ name: TokenSyntax, _ arguments: GenericArgumentClauseSyntax?) -> TypeComponent {
        TypeComponent(name.identifierText, arguments: genericArguments(arguments))
    }

    mutating func genericArguments(_ clause: GenericArgumentClauseSyntax?) -> [TypeReference] {
        guard let clause else { return [] }
        return clause.arguments.map { argument($0) }
    }

    private mutating func argument(_ argument: GenericArgumentSyntax) -> TypeReference {
        if case .type(let type) = argument.argument { reference(type) } else { .unknown }
    }

    /// `T?`, `T???`: the marks are counted in a loop, and those that a type cannot use are dropped.
    private mutating func optional(_ type: TypeSyntax) -> TypeReference {
        var marks = 0
        var rest = type
        while true {
            if let optional = rest.as(OptionalTypeSyntax.self) {
                rest = optional.wrappedType
            } else if let optional = rest.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) {
                rest = optional.wrappedType
            } else {
                break
            }
            marks += 1
        }
        var reference = reference(rest)
        for _ in 0..<min(marks, 8) { reference = .optional(reference) }
        return reference
    }

    mutating func tuple(_ elements: TupleTypeElementListSyntax) -> TypeReference {
        var list: [TupleTypeElement] = []
        for element in elements {
            let label = element.firstName?.identifierText
            list.append(TupleTypeElement(label: label == "_" ? nil : label, type: reference(element.type)))
        }
        if list.count == 1, list[0].label == nil { return list[0].type }
        return .tuple(list)
    }

    private mutating func function(_ function: FunctionTypeSyntax) -> TypeReference {
        let parameters = function.parameters.map { reference($0.type) }
        return .function(
            FunctionTypeReference(
                parameters: parameters, result: reference(function.returnClause.type),
                isAsync: function.effectSpecifiers?.asyncSpecifier != nil))
    }

    /// Attributes and specifiers count only where they say something about calling a function.
    private mutating func attributed(_ attributed: AttributedTypeSyntax) -> TypeReference {
        let base = reference(attributed.baseType)
        guard case .function(var function) = base else { return base }
        for case .attribute(let attribute) in attributed.attributes {
            let name = Self.name(of: attribute)
            function.attributes.append(name)
            if name == "escaping" { function.isEscaping = true }
            if name == "autoclosure" { function.isAutoclosure = true }
        }
        return .function(function)
    }

    /// `some A & B` and the like are inherited as they stand; `~Copyable` says nothing about members.
    mutating func inherited(_ clause: InheritanceClauseSyntax?) -> [TypeReference] {
        guard let clause else { return [] }
        var types: [TypeReference] = []
        for item in clause.inheritedTypes {
            let type = reference(item.type)
            switch type {
            case .composition(let parts): types.append(contentsOf: parts)
            case .unknown: continue
            default: types.append(type)
            }
        }
        return types
    }

    mutating func generics(_ clause: GenericParameterClauseSyntax?) -> [GenericParameter] {
        guard let clause else { return [] }
        return clause.parameters.map { parameter in
            let constraint = parameter.inheritedType.map { reference($0) }
            return GenericParameter(name: parameter.name.identifierText, constraint: Self.firstConstraint(constraint))
        }
    }

    static func firstConstraint(_ constraint: TypeReference?) -> TypeReference? {
        if case .composition(let parts)? = constraint { return parts.first }
        return constraint
    }

    mutating func requirements(_ clause: GenericWhereClauseSyntax?) -> [GenericRequirement] {
        guard let clause else { return [] }
        var requirements: [GenericRequirement] = []
        for item in clause.requirements {
            switch item.requirement {
            case .sameTypeRequirement(let same):
                guard case .type(let left) = same.leftType, case .type(let right) = same.rightType else { continue }
                requirements.append(
                    GenericRequirement(left: reference(left), relation: .equals, right: reference(right)))
            case .conformanceRequirement(let conformance):
                requirements.append(
                    GenericRequirement(
                        left: reference(conformance.leftType), relation: .conforms,
                        right: reference(conformance.rightType)))
            case .layoutRequirement: continue
            }
        }
        return requirements
    }
}
