import RuleCatalogue
import SourceModel
import Testing

/// Look-ups by name.
struct CatalogueTests {
    private func catalogue(_ files: String...) throws -> Catalogue {
        let rules: Set<RuleID> = ["file-io-in-async", "sleep-in-async"]
        let libraries = try files.map { try EffectLibrary.decode(yaml: $0, path: "x.yaml", rules: rules) }
        return Catalogue(rules: [], libraries: libraries)
    }

    private static let files = """
        library: Files
        modules: [Files]
        types:
          Base: { kind: class, members: { shared: Base } }
          Reader: { kind: class, inherits: [Base], members: { "open(_:mode:)": Handle, next: Item } }
        functions: { "open(_:)": Int }
        effects:
          - { declaration: "Blob.init(contentsOf:options:)", defaults: [options], rule: file-io-in-async, waits: disk }
          - { declaration: "Reader.read(_:)", rule: file-io-in-async, waits: disk, when: [{ argument: 0, is: zero }] }
          - { declaration: "Reader.read(_:)", rule: file-io-in-async, waits: disk }
          - { declaration: Reader.size, rule: file-io-in-async, waits: disk }
        """

    @Test func initialisersAreFoundByTheirTypeAndByInit() throws {
        let catalogue = try catalogue(Self.files)
        #expect(catalogue.effects(named: "Blob").map(\.isInitializer) == [true])
        #expect(catalogue.effects(named: "init").count == 1)
    }

    @Test func entriesOfOneNameKeepTheirOrder() throws {
        let entries = try catalogue(Self.files).effects(named: "read")
        #expect(entries.map(\.when.count) == [1, 0])
        #expect(entries.map(\.modules) == [["Files"], ["Files"]])
    }

    @Test func propertiesAreKnownByName() throws {
        let catalogue = try catalogue(Self.files)
        #expect(catalogue.isBlockingPropertyName("size"))
        #expect(!catalogue.isBlockingPropertyName("read"))
    }

    @Test func theNamesOfAllEntriesAreRelevant() throws {
        let catalogue = try catalogue(Self.files)
        #expect(catalogue.relevantNames == ["Blob", "read", "size"])
        #expect(catalogue.prefilterWords == ["contentsOf", "read", "size"])
    }

    @Test func membersAreFoundInSuperclassesToo() throws {
        let catalogue = try catalogue(Self.files)
        #expect(catalogue.resultType(ofMember: "shared", labels: nil, of: "Reader") == "Base")
        #expect(catalogue.resultType(ofMember: "open", labels: [nil], of: "Reader") == "Handle")
        #expect(catalogue.resultType(ofMember: "open", labels: ["mode", nil], of: "Reader") == nil)
        #expect(catalogue.resultType(ofMember: "open", labels: nil, of: "Reader") == nil)
        #expect(catalogue.resultType(ofFunction: "open", labels: [nil]) == "Int")
    }

    @Test func typesThatInheritFromEachOtherEndTheSearch() throws {
        let catalogue = try catalogue("library: L\ntypes: { A: { inherits: [B] }, B: { inherits: [A] } }")
        #expect(catalogue.resultType(ofMember: "x", labels: nil, of: "A") == nil)
    }

    @Test func aTypeOfOneModuleIsOneTypeWhereverItIsDescribed() throws {
        let catalogue = try catalogue(
            Self.files,
            "library: More\nmodules: [Files]\ntypes: { Reader: { inherits: [Closable], members: { end: Int } } }",
            "library: Other\nmodules: [Other]\ntypes: { Reader: { kind: struct } }")
        #expect(catalogue.types(named: "Reader").map(\.kind) == [.class, .struct])
        #expect(catalogue.type(named: "Reader")?.inherits == ["Base", "Closable"])
        #expect(catalogue.resultType(ofMember: "end", labels: nil, of: "Reader") == "Int")
    }

    @Test func aProjectsEntriesStandInFront() throws {
        let added = try EffectLibrary.decode(
            yaml: "library: Mine\neffects: [{ declaration: Reader.read(_:), rule: sleep-in-async, waits: time }]",
            path: "x.yaml", rules: ["sleep-in-async"])
        let extended = try catalogue(Self.files).extended(
            with: [added], blocking: [try #require(DeclarationName("Gate.pass()"))],
            nonblocking: [try #require(DeclarationName("Reader.size"))])
        #expect(extended.effects(named: "read").map(\.library) == ["Mine", "Files", "Files"])
        #expect(extended.effects(named: "pass").map(\.rule) == ["blocking-in-async"])
        #expect(!extended.isBlockingPropertyName("size"))
    }

    @Test func aMessageIsFilledInOnePass() {
        let template = MessageTemplate("`{callee}` holds {executor}{via} {unknown} {")
        let text = template.filled(callee: "{via}", api: "", executor: "it", waits: "", via: "!")
        #expect(text == "`{via}` holds it! {unknown} {")
        #expect(template.unknownPlaces == ["unknown"])
    }
}
