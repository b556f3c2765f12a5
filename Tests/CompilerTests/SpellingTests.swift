#if os(Linux)
    import Analysis
    import RuleCatalogue
    import TestSupport
    import Testing

    /// The names of the catalogue are the SDK's: whoever misspells a label there never finds the call.
    struct SpellingTests {
        /// The libraries of the toolchain, by the catalogue's names, with what a file imports for them.
        static let libraries: [(name: String, imports: [String])] = [
            ("Foundation", ["Foundation", "FoundationNetworking", "FoundationXML"]),
            ("Dispatch", ["Dispatch"]),
            ("Synchronization", ["Synchronization"]),
            ("POSIX", ["Glibc"]),
            ("Swift standard library", []),
            ("XCTest", ["XCTest"]),
        ]

        @Test(arguments: libraries.map(\.name))
        func everyCompiledEntryIsADeclarationOfTheSDK(_ library: String) throws {
            var names: Set<String> = []
            let declarations = Catalogue.builtIn.libraries.filter { $0.library == library }.flatMap(\.effects)
                .filter { $0.source == .compiled && $0.platforms.contains(.linux) }
                .filter { names.insert($0.declaration.text).inserted }
                .map(\.declaration)
            let imports = Self.libraries.first { $0.name == library }?.imports ?? []
            #expect(!declarations.isEmpty, "the catalogue has nothing of \(library)")
            #expect(try unknown(declarations, imports: imports) == [])
            print("\(library): \(declarations.count) declarations found in the SDK")
        }

        @Test func aWrongNameIsNoticed() throws {
            let wrong = [
                "Data.init(contentsOf:option:)", "FileManager.contentsOfDirectory(at:)", "FileHandle.availableBytes",
                "DispatchQueue.sync(run:)", "JSONDecoder.decode(_:of:)", "FileHandle.readToEnd(_:)",
                "getaddrinfo(_:_:)",
                "NSLock.withLock(_:_:)", "String.firstMatch(in:)", "URL.setResourceValues(to:)", "FileHandle.write()",
                "Process.start()", "sync(_:)", "sleep()", "NSKeyedUnarchiver.unarchivedObject(of:from:)",
                "Mutex.withLock(do:)", "ioctl(_:_:to:)", "NSFileLock.lock()",
            ]
            let names = try wrong.map { try #require(DeclarationName($0)) }
            let found = try unknown(names, imports: ["Foundation", "Glibc", "Synchronization"])
            #expect(found.map { $0.prefix { $0 != " " } } == wrong.map { $0[...] })
        }

        /// Those of some declarations that the compiler does not know, in their order, with its words.
        private func unknown(_ declarations: [DeclarationName], imports: [String]) throws -> [String] {
            let references = declarations.enumerated().map { DeclarationReference($1, number: $0) }
            let text = imports.map { "import \($0)" } + references.flatMap(\.lines)
            let folder = try TemporaryFolder(["References.swift": text.joined(separator: "\n") + "\n"])
            let path = FilePath.join(folder.path, "References.swift")
            var problems: [Int: [String]] = [:]
            for diagnostic in try Compiler.diagnostics(of: [path], warnings: false) {
                guard !DeclarationReference.showsThatItExists(diagnostic.message) else { continue }
                problems[diagnostic.line, default: []].append(diagnostic.message)
            }
            #expect(problems.keys.allSatisfy { $0 > imports.count }, "\(problems[0] ?? problems[1] ?? [])")
            var line = imports.count
            return references.compactMap { reference in
                let lines = line + 1...line + reference.lines.count
                line += reference.lines.count
                guard lines.allSatisfy({ problems[$0] != nil }) else { return nil }
                return "\(reference.declaration) - \(lines.flatMap { problems[$0] ?? [] }.joined(separator: "; "))"
            }
        }
    }
#endif
