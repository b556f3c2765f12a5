import SwiftParser
import SwiftSyntax

extension PackageManifest {
    /// Reads the text of a manifest; broken text gives what can be read of it.
    package static func parse(_ bytes: [UInt8]) -> PackageManifest {
        let tree = bytes.withUnsafeBufferPointer { Parser.parse(source: $0) }
        let reader = ManifestReader(ManifestDeclarations(tree))
        reader.walk(tree)
        reader.manifest.isNonsendingByDefault = tree.tokens(viewMode: .sourceAccurate).contains {
            $0.text == "NonisolatedNonsendingByDefault"
        }
        return reader.manifest
    }
}

/// Collects the calls that make targets: `.target(name: "X", …)`, and calls of the manifest's own functions that return
/// a `Target` and take its name first.
private final class ManifestReader: SyntaxVisitor {
    var manifest = PackageManifest()
    private let declarations: ManifestDeclarations
    /// What the manifest's variables hold of names of targets and products, whatever condition stands around it.
    private var lists: [String: [String]] = [:]

    init(_ declarations: ManifestDeclarations) {
        self.declarations = declarations
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let reference = node.calledExpression.as(DeclReferenceExprSyntax.self) {
            return visitCall(of: reference.baseName.text, node)
        }
        if let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "package", let path = literal(node.argument("path"))
        {
            manifest.localPackages.append(path)
        }
        if let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "library", let name = literal(node.argument("name"))
        {
            manifest.products[name] = dependencies(node.argument("targets"))
        }
        guard let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            let kind = PackageManifest.Target.Kind(factory: member.declName.baseName.text),
            let name = literal(node.argument("name"))
        else { return .visitChildren }
        var target = PackageManifest.Target(name: name, kind: kind)
        target.path = literal(node.argument("path"))
        target.dependencies = dependencies(node.argument("dependencies"))
        let settings = node.argument("swiftSettings")
        if declarations.usesMainActor || settings.map(declarations.setsMainActor) == true {
            target.defaultGlobalActor = "MainActor"
        }
        add(target)
        // Its `dependencies:` and `plugins:` hold calls of the same names that are no targets.
        return .skipChildren
    }

    override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
        if let name = node.pattern.as(IdentifierPatternSyntax.self), let value = node.initializer?.value,
            value.is(ArrayExprSyntax.self) || value.is(SequenceExprSyntax.self)
        {
            lists[name.identifier.text, default: []] += dependencies(value)
        }
        return .visitChildren
    }

    /// `x = […]` and `x += […]`
    override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
        let parts = Array(node.elements)
        if parts.count > 2, let name = parts[0].as(DeclReferenceExprSyntax.self),
            parts[1].is(AssignmentExprSyntax.self) || parts[1].trimmedDescription == "+="
        {
            lists[name.baseName.text, default: []] += parts[2...].flatMap(dependencies)
        }
        return .visitChildren
    }

    private func visitCall(of function: String, _ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if function == "Package" {
            manifest.name = literal(node.argument("name"))
            manifest.hasDurations = DeploymentTargets.haveDurations(node.argument("platforms"))
        }
        guard let factory = declarations.factories[function], let name = literal(node.arguments.first?.expression)
        else { return .visitChildren }
        let isMainActor = declarations.usesMainActor || factory.setsMainActor
        add(.init(name: name, kind: factory.kind, defaultGlobalActor: isMainActor ? "MainActor" : nil))
        return .skipChildren
    }

    /// A second target of a name is a mention of the first one, such as a dependency kept in a variable.
    private func add(_ target: PackageManifest.Target) {
        if !manifest.targets.contains(where: { $0.name == target.name }) { manifest.targets.append(target) }
    }

    /// The names in `["A", .product(name: "B", …)] + others + function(["C"])`.
    private func dependencies(_ expression: ExprSyntax?) -> [String] {
        guard let expression else { return [] }
        if let array = expression.as(ArrayExprSyntax.self) {
            return array.elements.compactMap { element in
                literal(element.expression)
                    ?? element.expression.as(FunctionCallExprSyntax.self).flatMap { literal($0.argument("name")) }
            }
        }
        if let name = expression.as(DeclReferenceExprSyntax.self) { return lists[name.baseName.text] ?? [] }
        if let sequence = expression.as(SequenceExprSyntax.self) { return sequence.elements.flatMap(dependencies) }
        if let tuple = expression.as(TupleExprSyntax.self) {
            return tuple.elements.flatMap { dependencies($0.expression) }
        }
        if let call = expression.as(FunctionCallExprSyntax.self) {
            return call.arguments.flatMap { dependencies($0.expression) }
        }
        return []
    }

    private func literal(_ expression: ExprSyntax?) -> String? {
        expression?.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    }
}

/// The systems that a package names: `[.macOS(.v12), .iOS("15.4")]`.
private enum DeploymentTargets {
    /// The first version of each system with `Duration`.
    private static let first = ["macOS": 13, "iOS": 16, "tvOS": 16, "watchOS": 9, "macCatalyst": 16, "visionOS": 1]

    static func haveDurations(_ platforms: ExprSyntax?) -> Bool {
        guard let elements = platforms?.as(ArrayExprSyntax.self)?.elements else { return true }
        return elements.allSatisfy { element in
            guard let call = element.expression.as(FunctionCallExprSyntax.self),
                let system = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text,
                let needed = first[system], let version = call.arguments.first?.expression.trimmedDescription
            else { return true }
            let digits = version.drop { !$0.isNumber }.prefix { $0.isNumber }
            return Int(digits).map { $0 >= needed } ?? true
        }
    }
}

/// The variables and functions of a manifest that its targets refer to.
private struct ManifestDeclarations {
    struct Factory {
        var kind: PackageManifest.Target.Kind
        var setsMainActor: Bool
    }

    private(set) var factories: [String: Factory] = [:]
    /// A loop at the end gives every target the setting.
    private(set) var usesMainActor = false
    /// Text of each variable's value, without white space.
    private var values: [String: String] = [:]

    init(_ tree: SourceFileSyntax) {
        for statement in tree.statements {
            guard let variable = statement.item.as(VariableDeclSyntax.self) else { continue }
            for binding in variable.bindings {
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self), let value = binding.initializer
                else { continue }
                values[name.identifier.text] = Self.text(value.value)
            }
        }
        for statement in tree.statements {
            if let function = statement.item.as(FunctionDeclSyntax.self) {
                read(function)
            } else if let loop = statement.item.as(StmtSyntax.self)?.as(ForStmtSyntax.self),
                loop.sequence.trimmedDescription.contains("targets"), setsMainActor(loop.body)
            {
                usesMainActor = true
            }
        }
    }

    /// Whether the expression, or a variable that it names, sets the main actor as the default isolation.
    func setsMainActor(_ node: some SyntaxProtocol) -> Bool {
        let text = Self.text(node)
        if Self.mentionsMainActor(text) { return true }
        return node.tokens(viewMode: .sourceAccurate).contains { token in
            values[token.text].map(Self.mentionsMainActor) ?? false
        }
    }

    private mutating func read(_ function: FunctionDeclSyntax) {
        guard let result = function.signature.returnClause?.type.trimmedDescription, let body = function.body,
            result == "Target" || result == "PackageDescription.Target"
        else { return }
        let kinds = body.tokens(viewMode: .sourceAccurate).compactMap { PackageManifest.Target.Kind(factory: $0.text) }
        guard let kind = kinds.first else { return }
        factories[function.name.text] = Factory(kind: kind, setsMainActor: setsMainActor(body))
    }

    private static func text(_ node: some SyntaxProtocol) -> String {
        node.trimmedDescription.filter { !$0.isWhitespace }
    }

    private static func mentionsMainActor(_ text: String) -> Bool {
        text.contains(".defaultIsolation(MainActor.self") || text.contains("\"-default-isolation\",\"MainActor\"")
    }
}

extension PackageManifest.Target.Kind {
    fileprivate init?(factory: String) {
        switch factory {
        case "target": self = .library
        case "executableTarget": self = .executable
        case "testTarget": self = .test
        case "macro": self = .macro
        case "plugin": self = .plugin
        default: return nil
        }
    }
}

extension FunctionCallExprSyntax {
    fileprivate func argument(_ label: String) -> ExprSyntax? {
        arguments.first { $0.label?.text == label }?.expression
    }
}
