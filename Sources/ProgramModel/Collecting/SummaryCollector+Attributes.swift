import SwiftSyntax

/// What attributes and modifiers say about a declaration or closure.
struct DeclarationTraits {
    var attributes: [String] = []
    var isolation = DeclaredIsolation.unspecified
    var access = AccessLevel.internal
    var isAccessWritten = false
    var isStatic = false
    var isOverride = false
    var isLazy = false
    var isNoAsync = false
    var hasAsyncModifier = false
}

extension SummaryCollector {
    /// What an attribute may be on: an upper-case one on a property is rather a wrapper than a global actor.
    enum AttributeOwner { case property, other }

    static func traits(
        _ attributes: AttributeListSyntax?, _ modifiers: DeclModifierListSyntax?, owner: AttributeOwner = .other
    ) -> DeclarationTraits {
        var traits = DeclarationTraits()
        if let attributes, attributes.hasElements { read(attributes, owner, into: &traits) }
        if let modifiers, modifiers.hasElements { read(modifiers, into: &traits) }
        return traits
    }

    /// As the static function; what an extension or a protocol says holds for members that say nothing about access.
    func traits(
        _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax, owner kind: AttributeOwner = .other
    ) -> DeclarationTraits {
        var traits = Self.traits(attributes, modifiers, owner: kind)
        guard !traits.isAccessWritten, let owner else { return traits }
        let around = summary.types[owner.index]
        switch around.kind {
        case .extension, .protocol: traits.access = around.access == .private ? .fileprivate : around.access
        case .class, .struct, .enum, .actor: break
        }
        return traits
    }

    static func name(of attribute: AttributeSyntax) -> String {
        if let identifier = attribute.attributeName.as(IdentifierTypeSyntax.self) {
            return identifier.name.identifierText
        }
        if let member = attribute.attributeName.as(MemberTypeSyntax.self) { return member.name.identifierText }
        return attribute.attributeName.trimmedDescription
    }

    private static func read(
        _ list: AttributeListSyntax, _ owner: AttributeOwner, into traits: inout DeclarationTraits
    ) {
        for element in list {
            switch element {
            case .attribute(let attribute): read(attribute, owner, into: &traits)
            case .ifConfigDecl(let conditional):
                for clause in conditional.clauses {
                    guard case .attributes(let attributes)? = clause.elements else { continue }
                    for case .attribute(let attribute) in attributes { read(attribute, owner, into: &traits) }
                }
            }
        }
    }

    private static func read(
        _ attribute: AttributeSyntax, _ owner: AttributeOwner, into traits: inout DeclarationTraits
    ) {
        let name = name(of: attribute)
        traits.attributes.append(name)
        if name == "available", let arguments = attribute.arguments, arguments.trimmedDescription.contains("noasync") {
            traits.isNoAsync = true
        }
        if name == "concurrent" {
            traits.isolation = .concurrent
        } else if GlobalActorNames.mayBeActor(name, owner),
            attribute.arguments.map({ $0.trimmedLength.utf8Length == 0 }) ?? true
        {
            traits.isolation = .globalActor(name)
        }
    }

    private static func read(_ modifiers: DeclModifierListSyntax, into traits: inout DeclarationTraits) {
        for modifier in modifiers {
            switch modifier.name.text {
            case "static", "class": traits.isStatic = true
            case "override": traits.isOverride = true
            case "lazy": traits.isLazy = true
            case "async": traits.hasAsyncModifier = true
            case "nonisolated":
                let isNonsending = modifier.detail?.detail.text == "nonsending"
                traits.isolation = isNonsending ? .nonisolatedNonsending : .nonisolated
            case let word:
                // `private(set)` says nothing about who may call the getter.
                guard modifier.detail == nil, let access = AccessLevel(rawValue: word) else { continue }
                traits.access = access
                traits.isAccessWritten = true
            }
        }
    }
}

/// Tells attributes that may name a global actor from wrappers, macros and result builders, by their spelling.
///
/// A wrong "may be" costs nothing: linking looks for the actor. A wrong "is not" loses an isolation, so the list has
/// well-known names only.
enum GlobalActorNames {
    static func mayBeActor(_ name: String, _ owner: SummaryCollector.AttributeOwner) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        switch owner {
        case .property: return name.hasSuffix("Actor")
        case .other: return !name.hasSuffix("Builder") && !others.contains(name)
        }
    }

    private static let others: Set<String> = [
        "Sendable", "Test", "Suite", "Observable", "ObservationTracked", "ObservationIgnored", "Model", "Reducer",
        "DependencyClient", "Entry", "Animatable", "Generable", "OptionSet", "MainEntry", "NSApplicationMain",
        "UIApplicationMain", "NSManaged", "NSCopying", "IBAction", "IBOutlet", "IBInspectable", "IBDesignable",
        "IBSegueAction", "GKInspectable", "Binding", "State", "Environment", "Published", "CasePathable", "Mockable",
        "Codable", "DebugDescription", "Tool", "Guide", "Table", "Attribute", "Relationship",
    ]
}
