import struct SourceModel.SourceRange
import SourceModel
import SwiftSyntax

/// Adds an import where a reader of the file would put it.
enum ImportInsertion {
    /// - Parameters:
    ///   - satisfying: modules that bring the module along; an import of one of them is enough.
    ///   - isConditional: whether the module exists on some platforms only.
    /// - Returns: `nil` when the file imports it already.
    static func rewrite(
        of module: String, satisfying: Set<String> = [], isConditional: Bool = false, in target: FixTarget
    ) -> Rewrite? {
        let imports = ImportSearch(target.tree)
        if imports.modules.contains(module) { return nil }
        // Where the essentials of Foundation are, Foundation itself is only what other systems import instead.
        let isWhole = !imports.modules.contains("FoundationEssentials")
        if isWhole, !imports.modules.isDisjoint(with: satisfying) { return nil }
        let line = "import \(module)\n"
        guard isConditional else { return plain(line, module, imports.topLevel, target) }
        let block = "#if canImport(\(module))\n    \(line)#endif\n"
        guard let last = imports.topLevel.last else {
            return target.inserting(block + "\n", at: offsetWithoutImports(target))
        }
        return target.inserting(blockAfter(last, block, target), at: lineEnd(of: last, target))
    }

    private static func plain(
        _ line: String, _ module: String, _ imports: [ImportDeclSyntax], _ target: FixTarget
    ) -> Rewrite {
        if let next = imports.first(where: { isBefore(module, $0.moduleName) }) {
            // Before the line of the import, so that a comment behind the one before stays there.
            return target.inserting(line, at: Indentation.lineStart(of: next.textRange.start, in: target.text))
        }
        guard let last = imports.last else { return target.inserting(line + "\n", at: offsetWithoutImports(target)) }
        return target.inserting(blockAfter(last, line, target), at: lineEnd(of: last, target))
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        let (small, other) = (left.lowercased(), right.lowercased())
        return small == other ? left < right : small < other
    }

    private static func blockAfter(_ last: ImportDeclSyntax, _ text: String, _ target: FixTarget) -> String {
        let end = lineEnd(of: last, target)
        let endsInNewline = end > 0 && target.text[end - 1] == UInt8(ascii: "\n")
        return endsInNewline ? text : "\n" + text
    }

    private static func lineEnd(of node: some SyntaxProtocol, _ target: FixTarget) -> Int {
        let end = node.textRange.end
        let rest = Indentation.restOfLine(after: end, in: target.text)
        return min(end + rest + 1, target.text.count)
    }

    /// After a shebang and the comment at the head of the file, when a blank line ends that.
    private static func offsetWithoutImports(_ target: FixTarget) -> Int {
        var offset = 0
        while offset < target.text.count {
            let end = offset + Indentation.restOfLine(after: offset, in: target.text)
            let line = String(decoding: target.text[offset..<end], as: UTF8.self)
            if line.allSatisfy(\.isWhitespace) { return min(end + 1, target.text.count) }
            guard line.hasPrefix("//") && !line.hasPrefix("///") || line.hasPrefix("#!") else { return 0 }
            offset = end + 1
        }
        return 0
    }
}

/// The imports of a file; those inside `#if` count, but no line is put beside them.
private struct ImportSearch {
    var modules: Set<String> = []
    var topLevel: [ImportDeclSyntax] = []

    init(_ tree: SourceFileSyntax) {
        for statement in tree.statements {
            if let declaration = statement.item.as(ImportDeclSyntax.self) {
                topLevel.append(declaration)
                add(declaration)
            } else if let condition = statement.item.as(IfConfigDeclSyntax.self) {
                for clause in condition.clauses {
                    guard case .statements(let inner)? = clause.elements else { continue }
                    for statement in inner {
                        if let declaration = statement.item.as(ImportDeclSyntax.self) { add(declaration) }
                    }
                }
            }
        }
    }

    /// `import struct Foundation.Date` brings one declaration, not the module.
    private mutating func add(_ declaration: ImportDeclSyntax) {
        if declaration.importKindSpecifier == nil { modules.insert(declaration.moduleName) }
    }
}

extension ImportDeclSyntax {
    fileprivate var moduleName: String { path.first?.name.text ?? "" }
}
