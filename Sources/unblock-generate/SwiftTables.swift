import RuleCatalogue

/// The Swift files that carry the catalogue as text.
///
/// String literals, because the compiler reads 100 KB of them in a tenth of a second; an array of bytes or of
/// initialisers takes a hundred times as long.
enum SwiftTables {
    static func files(_ sources: CatalogueSources) -> [(name: String, text: String)] {
        var files = [
            ("RulesTable.swift", table("rules", "The prose of all rules.", TableWriter.table(of: sources.rules)))
        ]
        var names: [String] = []
        for (stem, library) in sources.libraries {
            let name = identifier(stem)
            names.append(name)
            let text = table(name, "What `rules/effects/\(stem).yaml` says.", TableWriter.table(of: library))
            files.append((name.prefix(1).uppercased() + name.dropFirst() + "Table.swift", text))
        }
        files.append(("GeneratedTables.swift", list(names)))
        return files
    }

    private static let notice = "// Written by `swift run unblock-generate` from `rules/`; do not edit."

    private static func list(_ names: [String]) -> String {
        var lines = [
            "/// The catalogue as text, one table for each file of `rules/`.", notice, "enum GeneratedTables {",
        ]
        lines.append("    static let libraries: [StaticString] = [")
        lines += names.map { "        \($0)," }
        lines += ["    ]", "}", ""]
        return lines.joined(separator: "\n")
    }

    private static func table(_ name: String, _ doc: String, _ text: String) -> String {
        let fence = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
        return [
            "/// \(doc)", notice, "// swift-format-ignore-file", "extension GeneratedTables {",
            "    static let \(name): StaticString = \(fence)\"\"\"", text, "\"\"\"\(fence)", "}", "",
        ].joined(separator: "\n")
    }

    /// `foundation-file-io` becomes `foundationFileIo`, `rules` (which is taken) `rulesLibrary`.
    private static func identifier(_ stem: String) -> String {
        let parts = stem.split { !$0.isLetter && !$0.isNumber }
        let name = parts.enumerated().map { index, part in
            index == 0 ? part.lowercased() : part.prefix(1).uppercased() + part.dropFirst()
        }.joined()
        return ["rules", "libraries"].contains(name) ? name + "Library" : name
    }

    private static func longestRun(of wanted: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for character in text {
            run = character == wanted ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
