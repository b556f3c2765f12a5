import ProgramModel
import SourceModel
import SwiftSyntax

/// A test that becomes `throws`, because what one of its assertions tried is awaited in front of it; nobody but the test
/// runner calls it, and that takes both.
struct ThrowingTest {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    private static let refusal = FixRefusal("the call throws, and nothing outside the assertion takes an error")

    func rewrite() throws(FixRefusal) -> Rewrite {
        guard case .function(let id) = program.index.kind(of: site.body), let function = declaration,
            function.name.text.hasPrefix("test"), function.signature.parameterClause.parameters.isEmpty,
            function.signature.returnClause == nil, !function.modifiers.contains(where: { $0.name.text == "override" }),
            let specifiers = function.signature.effectSpecifiers, specifiers.throwsClause == nil,
            let asyncWord = specifiers.asyncSpecifier,
            let owner = program.index.owner(of: FunctionReference(site.site.file, id)),
            program.resolver.withSupertypes(owner).contains(where: {
                program.index[$0].qualifiedName == "XCTestCase"
            }),
            program.sites.calls(named: function.name.text).isEmpty
        else { throw Self.refusal }
        return target.inserting(" throws", at: asyncWord.textRange.end)
    }

    /// The function that an error leaves at once: no `catch` stands between.
    private var declaration: FunctionDeclSyntax? {
        var current = Syntax(site.node).parent
        while let node = current {
            if node.is(DoStmtSyntax.self) || node.is(ClosureExprSyntax.self) { return nil }
            if let function = node.as(FunctionDeclSyntax.self) { return function }
            current = node.parent
        }
        return nil
    }
}
