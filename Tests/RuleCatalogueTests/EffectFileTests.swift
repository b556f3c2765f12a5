import RuleCatalogue
import SourceModel
import Testing

/// Effect files: what they say, and what is said about wrong ones.
struct EffectFileTests {
    private static let rules: Set<RuleID> = ["file-io-in-async", "sleep-in-async"]

    private static let complete = """
        library: Sample
        modules: [Sample, SampleKit]
        types:
          Store:
            kind: class
            inherits: [NSObject, Sendable]
            isolation: MainActor
            eventLoopMethods: [channelRead]
            members:
              default: Store
              "items(at:)": "[Item]?"
        functions:
          "open(_:_:)": Handle?
        effects:
          - declaration: Store.load(from:options:_:)
            defaults: [options, _]
            rule: file-io-in-async
            waits: disk
            bounded: false
            latency: { median: 0.1, p99: 20 }
            nameOnly: never
            confidence: likely
            platforms: [linux]
            noasync: [apple]
            asyncOverload: true
            when:
              - { argument: from, is: zero }
              - { argument: 2, mentions: [WNOHANG, LOCK_NB] }
              - { receiver: main-queue }
            unless:
              - { argument: options, equals: "true" }
              - { argument: from, is: bundled }
              - { argument: from, is: remote }
              - { context: main-actor }
            async: "try await {receiver}.load({from}, \\\\t, {0})"
            advice: "two\\tparts\\nand a \\\\ "
            acquires: true
            releases: true
            scope: true
            source: compiled
          - declaration: Store.size
            rule: file-io-in-async
            waits: disk
        closures:
          - declaration: Store.each(_:)
            argument: 0
            when: [{ receiver: global-queue }]
            runs: in-place
          - declaration: Store.later(after:do:)
            defaults: [after]
            argument: do
            runs: dispatch-global
        """

    @Test func everyKeyIsRead() throws {
        let library = try EffectLibrary.decode(yaml: Self.complete, path: "sample.yaml", rules: Self.rules)
        #expect(library.modules == ["Sample", "SampleKit"])
        let type = try #require(library.types.first)
        #expect(type.kind == .class)
        #expect(type.inherits == ["NSObject", "Sendable"])
        #expect(type.isolation == "MainActor")
        #expect(type.eventLoopMethods == ["channelRead"])
        #expect(type.members == ["default": "Store", "items(at:)": "[Item]?"])
        let effect = try #require(library.effects.first)
        #expect(effect.defaults == ["options", "_"])
        #expect(effect.waits == .disk)
        #expect(!effect.bounded)
        #expect(effect.latency == Latency(median: 0.1, p99: 20))
        #expect(effect.nameOnly == nil)
        #expect(effect.confidence == .likely)
        #expect(effect.platforms == [.linux])
        #expect(effect.noasync == [.apple])
        #expect(effect.asyncOverload && effect.acquires && effect.releases && effect.scope)
        #expect(
            effect.when == [
                .argument(.label("from"), .isZero), .argument(.position(2), .mentions(["WNOHANG", "LOCK_NB"])),
                .receiver(.mainQueue),
            ])
        #expect(
            effect.unless == [
                .argument(.label("options"), .equals("true")), .argument(.label("from"), .isBundled),
                .argument(.label("from"), .isRemote), .context(.mainActor),
            ])
        #expect(effect.advice == "two\tparts\nand a \\ ")
        #expect(effect.matches(labels: ["from"], trailingClosures: 0))
        #expect(library.closures.map(\.argument) == [.position(0), .label("do")])
        #expect(library.closures.first?.when == [.receiver(.globalQueue)])
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let library = try EffectLibrary.decode(yaml: Self.complete, path: "sample.yaml", rules: Self.rules)
        let effect = try #require(library.effects.last)
        #expect(effect.bounded)
        #expect(effect.nameOnly == .possible)
        #expect(effect.confidence == .certain)
        #expect(effect.platforms == [.apple, .linux])
        #expect(effect.noasync.isEmpty && effect.when.isEmpty && effect.unless.isEmpty)
        #expect(effect.latency == nil && effect.asyncForm == nil && effect.advice == nil)
        #expect(!effect.matches(labels: [], trailingClosures: 0))
    }

    @Test func theTableFormLosesNothing() throws {
        let library = try EffectLibrary.decode(yaml: Self.complete, path: "sample.yaml", rules: Self.rules)
        var nothing = library
        nothing.effects[1].platforms = []
        nothing.effects[1].nameOnly = .likely
        var other = TableWriter.table(of: nothing)
        #expect(other.withUTF8 { TableReader.libraries($0) } == [nothing])
        var table = TableWriter.table(of: library)
        let again = table.withUTF8 { TableReader.libraries($0) }
        #expect(again == [library])
    }

    @Test func aTableThatIsCutOffOrDamagedIsReadWithoutATrap() throws {
        let library = try EffectLibrary.decode(yaml: Self.complete, path: "sample.yaml", rules: Self.rules)
        let table = Array(TableWriter.table(of: library).utf8)
        for length in 0..<table.count { table[..<length].withUnsafeBufferPointer { _ = TableReader.libraries($0) } }
        for index in table.indices {
            var damaged = table
            damaged[index] = UInt8(ascii: "\t")
            damaged.withUnsafeBufferPointer { _ = TableReader.libraries($0) }
        }
    }

    @Test(arguments: [
        ("librari: X", "sample.yaml:1: an effect file has no key `librari`: did you mean `library`?"),
        (
            "library: X\neffects:\n  - declaration: f()\n    rule: file-io\n    waits: disk",
            "sample.yaml:4: there is no rule `file-io`: use one of `file-io-in-async`, `sleep-in-async`"
        ),
        (
            "library: X\neffects:\n  - declaration: f()\n    rule: file_io_in_asyn\n    waits: disk",
            "sample.yaml:4: there is no rule `file_io_in_asyn`: did you mean `file-io-in-async`?"
        ),
        (
            "library: X\neffects:\n  - declaration: f()\n    rule: sleep-in-async\n    waits: disc",
            "sample.yaml:5: `waits` cannot be `disc`: did you mean `disk`?"
        ),
        (
            "library: X\neffects:\n  - declaration: f()\n    rule: sleep-in-async",
            "sample.yaml:3: an effect has no `waits`: add `waits:`"
        ),
        (
            "library: X\neffects:\n  - declaration: f(contentsOf:)\n    defaults: [contentOf]\n    rule: sleep-in-async\n    waits: cpu",
            "sample.yaml:4: `f(contentsOf:)` has no argument `contentOf`: did you mean `contentsOf`?"
        ),
        (
            "library: X\neffects:\n  - declaration: f(a:)\n    rule: sleep-in-async\n    waits: cpu\n    async: \"{b}\"",
            "sample.yaml:6: `async` has no place `{b}`: did you mean `a`?"
        ),
        (
            "library: X\nclosures:\n  - declaration: f(a:)\n    argument: 1\n    runs: pool",
            "sample.yaml:4: `f(a:)` has no argument 1: count from 0; it has 1"
        ),
        ("library: X\nlibrary: Y", "sample.yaml:1: `library` is given twice: keep one of them"),
        ("", "sample.yaml: an effect file has no `library`: add `library:`"),
    ])
    func aWrongFileIsExplained(_ yaml: String, _ message: String) throws {
        let error = #expect(throws: InvalidFile.self) {
            try EffectLibrary.decode(yaml: yaml, path: "sample.yaml", rules: Self.rules)
        }
        #expect(error?.description == message)
    }

    @Test func everythingThatIsWrongIsReportedAtOnce() throws {
        let yaml = """
            library: X
            module: [X]
            effects:
              - declaration: f(
                rule: sleep-in-async
                waits: time
                bounded: maybe
              - declaration: g()
                rule: sleep-in-async
                waits: time
                bounded: maybe
            """
        let error = #expect(throws: InvalidFile.self) {
            try EffectLibrary.decode(yaml: yaml, path: "x.yaml", rules: Self.rules)
        }
        #expect(error?.problems.map(\.line) == [2, 4, 11])
    }

    @Test(arguments: ["{", "a: b: c", "\t- x", "library: \"", "- a\n- b", "just words", "library: [a]", "\u{0}"])
    func whatIsNoEffectFileIsRefused(_ yaml: String) {
        #expect(throws: InvalidFile.self) {
            try EffectLibrary.decode(yaml: yaml, path: "x.yaml", rules: Self.rules)
        }
    }
}
