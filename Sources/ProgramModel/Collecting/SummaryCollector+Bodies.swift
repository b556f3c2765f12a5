import struct SourceModel.SourceRange
import SwiftSyntax

/// Bodies: what runs as one, and the top-level code of the file.
extension SummaryCollector {
    /// - Parameter parent: the body around it: for closures the one that makes them, for declarations the one that they
    ///   are local to.
    mutating func reserveBody(
        _ kind: Body.Kind, parent: BodyID?, isAsync: Bool, range: SourceRange, nameRange: SourceRange
    ) -> BodyID {
        summary.bodies.append(
            Body(
                kind: kind, parent: parent, enclosingType: type, isAsync: isAsync, steps: [], parameters: [],
                range: range, nameRange: nameRange))
        return BodyID(summary.bodies.count - 1)
    }

    /// Collects the code of a reserved body: with its own steps, `await`s and scope, and the names around it.
    mutating func inside(_ id: BodyID, shorthand: Bool = false, _ work: (inout Self) -> Void) {
        let outer = (body, awaiting, isTried, circumstances, shorthandClosure)
        let mark = scopes.mark
        body = id
        awaiting = nil
        isTried = false
        circumstances = circumstances.inside(summary.bodies[id.index].kind)
        shorthandClosure = shorthand ? id : nil
        let collected = collecting(work)
        summary.bodies[id.index].steps = collected
        scopes.leave(to: mark)
        (body, awaiting, isTried, circumstances, shorthandClosure) = outer
    }

    mutating func sourceFile(_ file: SourceFileSyntax) {
        let range = SourceRange(0, file.endPosition.utf8Offset)
        isScript = Self.hasCode(file.statements)
        summary.hasTopLevelCode = isScript
        _ = reserveBody(.topLevel, parent: nil, isAsync: false, range: range, nameRange: SourceRange(0, 0))
        inside(BodyID(0)) { $0.fileItems(file.statements) }
    }

    private mutating func fileItems(_ items: CodeBlockItemListSyntax) {
        for item in items {
            if case .decl(let declaration) = item.item {
                fileDeclaration(declaration)
            } else {
                statement(item.item)
            }
        }
    }

    private mutating func fileDeclaration(_ declaration: DeclSyntax) {
        guard let conditional = declaration.as(IfConfigDeclSyntax.self) else {
            return self.declaration(declaration, at: .file)
        }
        var arms: [[Step]] = []
        for (clause, platforms) in conditional.compiledClauses {
            guard case .statements(let items)? = clause.elements else { continue }
            arms.append(
                descending(otherwise: []) { collector in
                    collector.compiled(for: platforms) { $0.collecting { $0.fileItems(items) } }
                })
        }
        branch(arms)
    }

    /// True when statements stand outside any declaration, in whatever `#if`.
    private static func hasCode(_ items: CodeBlockItemListSyntax) -> Bool {
        items.contains { item in
            switch item.item {
            case .stmt: return true
            // `#Preview { … }` stands for declarations.
            case .expr(let expression): return !expression.is(MacroExpansionExprSyntax.self)
            case .decl(let declaration):
                if let variable = declaration.as(VariableDeclSyntax.self) {
                    return variable.bindings.contains { $0.initializer.map { runsInOrder($0.value) } ?? false }
                }
                guard let conditional = declaration.as(IfConfigDeclSyntax.self) else { return false }
                return conditional.clauses.contains {
                    if case .statements(let items)? = $0.elements { hasCode(items) } else { false }
                }
            }
        }
    }

    /// A global's initial value may throw or suspend only in a script.
    private static func runsInOrder(_ value: ExprSyntax) -> Bool {
        if let attempt = value.as(TryExprSyntax.self) { return attempt.questionOrExclamationMark == nil }
        return value.is(AwaitExprSyntax.self)
    }
}
