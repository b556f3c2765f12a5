import ProgramModel
import SourceModel
import SwiftSyntax

/// The type of a local that nothing tells of but what is done with it: a file manager's `removeItem(at:)` takes a `URL`.
struct TypeFromUse {
    let program: Program
    let site: BlockingSite

    /// As the argument of the call that blocks, when that is one of Foundation's.
    func type(of node: DeclReferenceExprSyntax) -> ResolvedType? {
        guard let argument = site.arguments.first(where: { $0.expression.id == ExprSyntax(node).id }),
            let label = argument.label?.text, let call = site.call,
            case .external(let callee) = program.resolver.resolve(call).target,
            case .nominal(let id, _)? = callee.receiver?.unwrapped.instance, !program.index[id].isDeclared,
            Self.owners.contains(program.index[id].qualifiedName), let name = Self.types[label]
        else { return nil }
        return .nominal(program.index.external(name), arguments: [])
    }

    /// As what a variable of a library is, whose value the local has: `let fileSystem = localFileSystem`.
    func type(of binding: LexicalScope.Binding) -> ResolvedType? {
        guard let variable = binding.statement?.item.as(VariableDeclSyntax.self), variable.bindings.count == 1,
            let name = variable.bindings.first?.initializer?.value.as(DeclReferenceExprSyntax.self)?.baseName.text,
            let type = program.resolver.catalogue.resultType(ofVariable: name)
        else { return nil }
        return .nominal(program.index.external(type), arguments: [])
    }

    /// The name in `min(1024, name)`, whose type is that of the value.
    func nameOfLikeType(_ binding: LexicalScope.Binding) -> String? {
        guard let variable = binding.statement?.item.as(VariableDeclSyntax.self), variable.bindings.count == 1,
            let call = variable.bindings.first?.initializer?.value.as(FunctionCallExprSyntax.self),
            let function = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
            function == "min" || function == "max", program.index.globalFunctions[function] == nil
        else { return nil }
        return call.arguments.lazy.compactMap { $0.expression.as(DeclReferenceExprSyntax.self)?.baseName.text }.first
    }

    /// Types whose parameters are named alike in all their blocking functions.
    private static let owners: Set<String> = ["FileManager", "FileHandle", "Data", "NSData"]

    private static let types = [
        "at": "URL", "contentsOf": "URL", "forReadingFrom": "URL", "forWritingTo": "URL", "forUpdating": "URL",
        "atPath": "String", "contentsOfFile": "String", "forReadingAtPath": "String", "forWritingAtPath": "String",
    ]
}

extension ResolvedType {
    fileprivate var instance: ResolvedType {
        if case .metatype(let inner) = self { inner } else { self }
    }
}
