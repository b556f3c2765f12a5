import SwiftSyntax

/// `get`, `set`, `willSet`, `didSet`, `_read`, `_modify` and the short form of a getter.
extension SummaryCollector {
    /// - Parameters:
    ///   - head: what all accessors share: name, type, attributes, and the kind of the getter.
    ///   - parameters: the parameters of a subscript.
    mutating func accessors(
        _ block: AccessorBlockSyntax, _ head: FunctionDeclaration, parameters: FunctionParameterClauseSyntax?
    ) -> [FunctionID] {
        var head = head
        head.parent = owner
        head.enclosingBody = enclosing
        switch block.accessors {
        case .getter(let statements):
            let id = reserve(head)
            functionBody(id, range: block.textRange) { $0.statements(statements, yieldsValue: true) }
            return [id]
        case .accessors(let list):
            return list.map { accessor($0, head) }
        }
    }

    private mutating func accessor(_ node: AccessorDeclSyntax, _ shared: FunctionDeclaration) -> FunctionID {
        var head = shared
        let word = node.accessorSpecifier.text
        head.kind = Self.kind(of: word, isSubscript: shared.kind == .subscriptGetter)
        head.isAsync = node.effectSpecifiers?.asyncSpecifier != nil
        head.isThrowing = node.effectSpecifiers?.throwsClause != nil
        head.range = node.textRange
        head.nameRange = node.accessorSpecifier.textRange
        let traits = Self.traits(node.attributes, nil)
        head.attributes += traits.attributes
        if traits.isolation != .unspecified { head.isolation = traits.isolation }
        if traits.isNoAsync { head.isNoAsync = true }
        let markers = markers.above(node)
        if markers != Markers() { head.markers = markers }
        let id = reserve(head)
        guard let code = node.body else { return id }
        functionBody(id, range: code.textRange) { collector in
            if let name = Self.valueName(of: word) {
                let written = node.parameters?.name.identifierText
                let local = collector.declareLocal(
                    written ?? name, type: shared.result, origin: .accessorValue, isMutable: false)
                collector.summary.bodies[collector.body.index].parameters.append(local)
            }
            collector.statements(code.statements, yieldsValue: head.kind == .getter || head.kind == .subscriptGetter)
        }
        return id
    }

    private static func kind(of word: String, isSubscript: Bool) -> FunctionDeclaration.Kind {
        switch word {
        case "set", "_modify", "modify", "init", "unsafeMutableAddress", "mutableAddress":
            isSubscript ? .subscriptSetter : .setter
        case "willSet", "didSet": .observer
        default: isSubscript ? .subscriptGetter : .getter
        }
    }

    /// The value that the code of an accessor sees without declaring it.
    private static func valueName(of word: String) -> String? {
        switch word {
        case "set", "willSet", "init": "newValue"
        case "didSet": "oldValue"
        default: nil
        }
    }
}
