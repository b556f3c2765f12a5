/// The targets of `Package.swift` in their order, read as text.
struct PackageManifest {
    struct TargetEntry: Sendable {
        let name: String
        /// Targets of this package only.
        let dependencies: [String]
        let isTest: Bool
    }

    let targets: [TargetEntry]

    init(text: String) {
        let list = text.range(of: "targets: [", options: []).map { text[$0.upperBound...] } ?? text[...]
        // `products` has a `targets:` too, and stands before; the list of targets is the last.
        var section = list
        while let next = section.range(of: "\n    targets: [") { section = section[next.upperBound...] }
        targets = Self.read(section)
    }

    private static func read(_ text: Substring) -> [TargetEntry] {
        var found: [(name: String, quoted: [String], isTest: Bool)] = []
        var rest = text
        while let quote = rest.firstIndex(of: "\"") {
            let before = rest[..<quote]
            let afterQuote = rest.index(after: quote)
            guard let end = rest[afterQuote...].firstIndex(of: "\"") else { break }
            let quoted = String(rest[afterQuote..<end])
            let lead = before.filter { !$0.isWhitespace }
            let isProduct = lead.hasSuffix(".product(name:")
            if !isProduct, ["library(", "tests(", "name:"].contains(where: { lead.hasSuffix($0) }) {
                found.append((quoted, [], lead.hasSuffix("tests(") || lead.hasSuffix(".testTarget(name:")))
            } else if !found.isEmpty, !isProduct, !lead.hasSuffix("package:") {
                found[found.count - 1].quoted.append(quoted)
            }
            rest = rest[rest.index(after: end)...]
        }
        let names = Set(found.map(\.name))
        return found.map { target in
            TargetEntry(
                name: target.name, dependencies: target.quoted.filter { names.contains($0) }, isTest: target.isTest)
        }
    }
}
