import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Adds a package, and a product of it for some targets, to a manifest that is written in literals.
///
/// Every other byte of the manifest stays. A manifest whose lists are computed is left to its owner.
package struct ManifestDependency: Sendable, Hashable {
    /// As a target names it: `ExecutorFutures`.
    package var product: String
    /// Where the package is: a URL, or a path.
    package var location: String
    /// The first version that will do; only used with a URL.
    package var version: String

    package init(product: String, location: String, version: String) {
        self.product = product
        self.location = location
        self.version = version
    }

    /// Why the manifest stays as it is.
    package struct Refusal: Error, Hashable {
        package let reason: String

        package init(_ reason: String) { self.reason = reason }
    }

    /// - Parameters:
    ///   - targets: the targets that need the product, as an `import` spells their modules.
    ///   - path: of the manifest, as reports print it.
    package func rewrites(
        for targets: Set<String>, in tree: SourceFileSyntax, _ text: [UInt8], path: String
    ) throws(Refusal) -> [Rewrite] {
        let search = ManifestCalls(viewMode: .sourceAccurate)
        search.walk(tree)
        guard search.packages.count == 1, let package = search.packages.first else {
            throw Refusal("it does not make its package in one place")
        }
        let list = ManifestList(text: text, path: path)
        var rewrites: [Rewrite] = []
        if !mentionsPackage(package.argument("dependencies")) {
            rewrites.append(try list.adding(packageElement, to: package, "dependencies", before: "targets"))
        }
        for target in targets.sorted() {
            guard let call = search.targets[target] else {
                throw Refusal("the target `\(target)` is not written out in it")
            }
            let element = ".product(name: \"\(product)\", package: \"\(identity)\")"
            rewrites.append(try list.adding(element, to: call, "dependencies", before: nil))
        }
        return rewrites
    }

    private var isURL: Bool { location.contains("://") || location.hasPrefix("git@") }

    /// As the package manager derives it from the location.
    private var identity: String {
        let last = location.split(separator: "/").last.map(String.init) ?? location
        return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }

    private var packageElement: String {
        isURL ? ".package(url: \"\(location)\", from: \"\(version)\")" : ".package(path: \"\(location)\")"
    }

    private func mentionsPackage(_ list: LabeledExprSyntax?) -> Bool {
        list?.tokens(viewMode: .sourceAccurate).contains { token in
            token.text == location || token.text.hasSuffix("/" + identity) || token.text.hasSuffix("/\(identity).git")
        } ?? false
    }
}

/// One of the lists of a manifest.
private struct ManifestList {
    let text: [UInt8]
    let path: String

    /// - Parameter next: the argument that the list stands before when there is none yet; `nil` puts it after `name`.
    func adding(
        _ element: String, to call: FunctionCallExprSyntax, _ label: String, before next: String?
    ) throws(ManifestDependency.Refusal) -> Rewrite {
        guard let argument = call.argument(label) else { return try insertion(of: element, in: call, label, next) }
        guard let array = argument.expression.as(ArrayExprSyntax.self) else {
            throw ManifestDependency.Refusal("its `\(label)` are computed")
        }
        guard let last = array.elements.last else {
            return rewrite(array.leftSquare.textRange.end, element)
        }
        let start = last.textRange.start
        let isMultiline = Indentation.lineStart(of: start, in: text) > array.textRange.start
        let end = last.trailingComma?.textRange.end ?? last.textRange.end
        let comma = last.trailingComma == nil ? "," : ""
        guard isMultiline else { return rewrite(end, "\(comma) \(element)") }
        let indentation = Indentation(at: start, in: text).line
        return rewrite(end, "\(comma)\n\(indentation)\(element)\(last.trailingComma == nil ? "" : ",")")
    }

    private func insertion(
        of element: String, in call: FunctionCallExprSyntax, _ label: String, _ next: String?
    ) throws(ManifestDependency.Refusal) -> Rewrite {
        if let next {
            guard let following = call.argument(next) else {
                throw ManifestDependency.Refusal("it has neither `\(label)` nor `\(next)`")
            }
            let start = following.textRange.start
            return rewrite(start, "\(label): [\(element)]," + separator(before: start))
        }
        guard let name = call.argument("name") else {
            throw ManifestDependency.Refusal("a target has no name")
        }
        if let comma = name.trailingComma {
            let start = name.textRange.start
            let isOwnLine = Indentation.lineStart(of: start, in: text) > call.textRange.start
            let separator = isOwnLine ? "\n" + Indentation(at: start, in: text).line : " "
            return rewrite(comma.textRange.end, "\(separator)\(label): [\(element)],")
        }
        return rewrite(name.textRange.end, ", \(label): [\(element)]")
    }

    /// A new line where the argument begins one, otherwise a space.
    private func separator(before offset: Int) -> String {
        let start = Indentation.lineStart(of: offset, in: text)
        let before = text[start..<offset]
        guard before.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { return " " }
        return "\n" + String(decoding: before, as: UTF8.self)
    }

    private func rewrite(_ offset: Int, _ newText: String) -> Rewrite {
        Rewrite(path: path, range: SourceRange(offset, offset), newText: newText)
    }
}

/// The calls of a manifest that make its package and its targets.
private final class ManifestCalls: SyntaxVisitor {
    private(set) var packages: [FunctionCallExprSyntax] = []
    private(set) var targets: [String: FunctionCallExprSyntax] = [:]

    private static let kinds: Set<String> = ["target", "executableTarget", "testTarget"]

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "Package" {
            packages.append(node)
            return .visitChildren
        }
        guard let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            Self.kinds.contains(member.memberName),
            let literal = node.argument("name")?.expression.as(StringLiteralExprSyntax.self),
            let name = literal.representedLiteralValue
        else { return .visitChildren }
        let module = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        if targets[module] == nil { targets[module] = node }
        // Its dependencies hold calls of the same names that make no target.
        return .skipChildren
    }
}

extension FunctionCallExprSyntax {
    fileprivate func argument(_ label: String) -> LabeledExprSyntax? { arguments.first { $0.label?.text == label } }
}
