import RuleCatalogue

/// Swift that type checks only when a declaration exists under the catalogue's name.
struct DeclarationReference {
    var declaration: DeclarationName
    /// One line each; the declaration exists when one of them is accepted.
    var lines: [String]

    /// - Parameter number: makes the names of the functions different.
    init(_ declaration: DeclarationName, number: Int) {
        self.declaration = declaration
        let head = "func reference\(number)"
        guard let type = declaration.typeName else {
            // Without labels the name alone would also fit a function that takes something.
            let use = declaration.labels == [] ? "try \(declaration.text)" : declaration.text
            lines = ["\(head)() throws { _ = \(use) }"]
            return
        }
        switch declaration.labels {
        case nil, []:
            let member = declaration.baseName + (declaration.isProperty ? "" : "()")
            lines = [
                "\(head)(_ given: \(type)) throws { var value = given; _ = try value.\(member) }",
                "\(head)() throws { _ = try \(type).\(member) }",
            ]
        default:
            lines = ["\(head)() { _ = \(declaration.text) }"]
        }
    }

    /// Whether an error speaks about how the declaration is used, which shows that it was found.
    ///
    /// A reference without a call leaves type parameters open and cannot choose among overloads.
    static func showsThatItExists(_ message: String) -> Bool {
        ["ambiguous use of '", "generic parameter '", "cannot reference 'mutating' method", "' requires "]
            .contains { message.contains($0) }
    }
}
