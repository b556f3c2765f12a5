import Testing

/// Which modules may import what; ARCHITECTURE.md has the reasons.
@Suite struct ImportTests {
    @Test(arguments: SourceTree.sources)
    func aFileImportsOnlyWhatItsModuleMay(_ file: SourceTree.File) {
        for imported in Self.imports(of: file) {
            guard let mayImport = Self.restricted[imported] else { continue }
            #expect(mayImport(file), "\(file.path) must not import \(imported): see the invariants in ARCHITECTURE.md")
        }
    }

    @Test func sourceModelImportsNothing() {
        for file in SourceTree.sources where file.target == "SourceModel" {
            #expect(Self.imports(of: file).isEmpty, "\(file.path): SourceModel has only the standard library")
        }
    }

    @Test func executorFuturesKnowsNothingOfThisPackage() {
        let own = Set(LayerTests.order)
        for file in SourceTree.sources where file.target == "ExecutorFutures" {
            #expect(own.isDisjoint(with: Self.imports(of: file)), "\(file.path): ExecutorFutures stands alone")
        }
    }

    private static let restricted: [String: @Sendable (SourceTree.File) -> Bool] = [
        "SwiftSyntax": mayReadTrees,
        "SwiftParser": { $0.target == "SwiftParsing" },
        "SwiftOperators": mayReadTrees,
        "CLibXML2": { $0.target == "Reporting" && $0.name.contains("XML") },
        "Yams": { $0.target == "RuleCatalogue" },
        "ArgumentParser": { $0.target.hasPrefix("unblock") },
        "Logging": { $0.target == "unblock" },
        // Foundation costs start-up time: only its essentials are linked, for decoding JSON, and the generator is a tool.
        "Foundation": { $0.target == "unblock-generate" || $0.name == "BaselineFile.swift" },
        "Dispatch": { _ in false },
    ]

    @Sendable private static func mayReadTrees(_ file: SourceTree.File) -> Bool {
        ["SwiftParsing", "Rules", "Fixes"].contains(file.target)
            || file.path.hasPrefix("Sources/ProgramModel/Collecting/")
    }

    /// The modules that a file names after `import`, without submodules.
    static func imports(of file: SourceTree.File) -> [String] {
        SourceTree.code(of: file).compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let index = words.firstIndex(of: "import"), index + 1 < words.count else { return nil }
            let attributes = words[..<index].allSatisfy { $0.hasPrefix("@") || Self.accessLevels.contains($0) }
            guard attributes else { return nil }
            // `import struct Foundation.URL` names the module after the kind.
            let name = Self.kinds.contains(words[index + 1]) ? words[words.count - 1] : words[index + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    private static let accessLevels: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
}
