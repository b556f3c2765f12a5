import struct SourceModel.SourceRange
import SwiftSyntax

/// Functions, initializers and deinitializers, with their parameters and code.
extension SummaryCollector {
    mutating func function(_ node: FunctionDeclSyntax) {
        let reserved = hoisted.removeValue(forKey: node.id)?.function
        let traits = self.traits(node.attributes, node.modifiers)
        var head = FunctionDeclaration(kind: .function, name: node.name.identifierText, traits: traits)
        read(node.signature, into: &head)
        head.generics = generics(node.genericParameterClause)
        head.requirements = requirements(node.genericWhereClause)
        head.range = node.textRange
        head.nameRange = node.name.textRange
        head.markers = markers.above(node)
        declare(head, as: reserved, node.signature.parameterClause, code: node.body)
    }

    mutating func initializer(_ node: InitializerDeclSyntax) {
        let traits = self.traits(node.attributes, node.modifiers)
        var head = FunctionDeclaration(kind: .initializer, name: "init", traits: traits)
        read(node.signature, into: &head)
        head.isFailable = node.optionalMark != nil
        head.generics = generics(node.genericParameterClause)
        head.requirements = requirements(node.genericWhereClause)
        head.range = node.textRange
        head.nameRange = node.initKeyword.textRange
        head.markers = markers.above(node)
        declare(head, as: nil, node.signature.parameterClause, code: node.body)
    }

    mutating func deinitializer(_ node: DeinitializerDeclSyntax) {
        let traits = self.traits(node.attributes, node.modifiers)
        var head = FunctionDeclaration(kind: .deinitializer, name: "deinit", traits: traits)
        head.isAsync = node.effectSpecifiers?.asyncSpecifier != nil
        head.range = node.textRange
        head.nameRange = node.deinitKeyword.textRange
        head.markers = markers.above(node)
        declare(head, as: nil, nil, code: node.body)
    }

    private mutating func read(_ signature: FunctionSignatureSyntax, into head: inout FunctionDeclaration) {
        head.parameters = parameters(signature.parameterClause)
        head.result = signature.returnClause.map { reference($0.type) }
        head.isAsync = signature.effectSpecifiers?.asyncSpecifier != nil
        head.isThrowing =
            signature.effectSpecifiers?.throwsClause?.throwsSpecifier.tokenKind == .keyword(.throws)
            && signature.effectSpecifiers?.throwsClause?.type == nil
    }

    mutating func parameters(
        _ clause: FunctionParameterClauseSyntax, labelsFirstNames: Bool = true
    ) -> [Parameter] {
        var parameters: [Parameter] = []
        for node in clause.parameters {
            let first = node.firstName.identifierText
            let second = node.secondName?.identifierText
            let label = first == "_" || (second == nil && !labelsFirstNames) ? nil : first
            var parameter = Parameter(label: label, name: second ?? first, type: reference(node.type))
            parameter.hasDefault = node.defaultValue != nil
            parameter.isPack = node.type.is(PackExpansionTypeSyntax.self)
            parameter.isVariadic = node.ellipsis != nil || parameter.isPack
            if let attributed = node.type.as(AttributedTypeSyntax.self) {
                for case .simpleTypeSpecifier(let specifier) in attributed.specifiers {
                    let word = specifier.specifier.text
                    if word == "inout" { parameter.isInOut = true }
                    if word == "isolated" { parameter.isIsolated = true }
                }
            }
            parameters.append(parameter)
        }
        return parameters
    }

    /// Takes an id for a function whose code is not collected yet.
    mutating func reserve(_ head: FunctionDeclaration) -> FunctionID {
        var head = head
        head.platforms = platforms
        summary.functions.append(head)
        return FunctionID(summary.functions.count - 1)
    }

    /// Adds a function with its default arguments and its code.
    private mutating func declare(
        _ head: FunctionDeclaration, as reserved: FunctionID?, _ clause: FunctionParameterClauseSyntax?,
        code: CodeBlockSyntax?
    ) {
        let id = reserved ?? reserve(head)
        summary.functions[id.index] = head
        summary.functions[id.index].parent = owner
        summary.functions[id.index].enclosingBody = enclosing
        summary.functions[id.index].platforms = platforms
        if let clause { defaultArguments(clause, of: id) }
        if let code {
            functionBody(id, range: code.textRange) { collector in
                collector.statements(code.statements, yieldsValue: head.result != nil)
            }
        }
    }

    mutating func defaultArguments(_ clause: FunctionParameterClauseSyntax, of id: FunctionID) {
        for parameter in clause.parameters {
            guard let value = parameter.defaultValue?.value else { continue }
            let range = value.textRange
            let body = reserveBody(
                .defaultArgument(id), parent: surrounding, isAsync: false, range: range, nameRange: range)
            inside(body) { _ = $0.expression(value) }
        }
    }

    /// The code of a function that is already declared, with its parameters as locals.
    mutating func functionBody(_ id: FunctionID, range: SourceRange, _ work: (inout Self) -> Void) {
        let head = summary.functions[id.index]
        let body = reserveBody(
            .function(id), parent: surrounding, isAsync: head.isAsync, range: range, nameRange: head.nameRange)
        summary.functions[id.index].body = body
        inside(body) { collector in
            for (index, parameter) in head.parameters.enumerated() {
                let type = parameter.isVariadic && !parameter.isPack ? .array(parameter.type) : parameter.type
                let local = collector.declareLocal(
                    parameter.name, type: type, origin: .parameter(index: index), isMutable: parameter.isInOut)
                collector.summary.bodies[body.index].parameters.append(local)
            }
            work(&collector)
        }
    }
}

extension FunctionDeclaration {
    /// A declaration of which only the name and the attributes are known yet.
    init(kind: Kind, name: String, traits: DeclarationTraits) {
        self.init(
            kind: kind, name: name, parameters: [], result: nil, generics: [], requirements: [], isAsync: false,
            isThrowing: false, isStatic: traits.isStatic, isOverride: traits.isOverride, isFailable: false,
            access: traits.access, attributes: traits.attributes, isolation: traits.isolation, parent: nil,
            enclosingBody: nil, body: nil, range: SourceRange(0, 0), nameRange: SourceRange(0, 0), markers: Markers(),
            isNoAsync: traits.isNoAsync)
    }
}
