import RuleCatalogue
import SourceModel
import Testing

/// `.unblock.yml`: what it says, how files combine, and what is said about wrong ones.
struct ConfigurationTests {
    private static let rules: Set<RuleID> = ["sleep-in-async", "file-io-in-async", "lock-in-async"]

    private func decode(_ yaml: String, path: String = ".unblock.yml") throws -> Configuration {
        try Configuration.decode(yaml: yaml, path: path, rules: Self.rules)
    }

    @Test func everyKeyIsRead() throws {
        let configuration = try decode(
            """
            include: [Sources]
            exclude: ["*.gen.swift"]
            rules:
              sleep-in-async: off
              file-io-in-async: { severity: note, inTests: off }
            min-confidence: possible
            fail-on: error
            stall-budget: 0.5s
            effects: [rules/own.yaml]
            blocking: ["Gate.pass(_:)"]
            nonblocking: [Gate.size]
            overrides:
              - paths: [Tests]
                rules: { file-io-in-async: off, sleep-in-async: warning }
            """, path: "Sub/.unblock.yml")
        #expect(configuration.covers(file: "Sub/Sources/a.swift"))
        #expect(!configuration.covers(file: "Sub/Sources/a.gen.swift"))
        #expect(!configuration.covers(file: "Sub/Other/a.swift"))
        #expect(configuration.minConfidence == .possible)
        #expect(configuration.failOn == .error)
        #expect(configuration.stallBudget == .milliseconds(500))
        #expect(configuration.effects.map(\.path) == ["Sub/rules/own.yaml"])
        #expect(configuration.effects.map(\.line) == [9])
        #expect(configuration.blocking.map(\.text) == ["Gate.pass(_:)"])
        #expect(configuration.nonblocking.map(\.text) == ["Gate.size"])
        let sources = "Sub/Sources/a.swift"
        #expect(configuration.setting(for: "sleep-in-async", in: sources).level == .off)
        #expect(
            configuration.setting(for: "file-io-in-async", in: sources)
                == RuleSetting(level: .severity(.note), inTests: .off))
        #expect(configuration.setting(for: "lock-in-async", in: sources) == RuleSetting())
        #expect(configuration.setting(for: "sleep-in-async", in: "Sub/Tests/a.swift").level == .severity(.warning))
        #expect(
            configuration.setting(for: "file-io-in-async", in: "Sub/Tests/a.swift")
                == RuleSetting(level: .off, inTests: .off))
    }

    @Test(arguments: ["", "# nothing\n", "rules:\n", "exclude:\nrules: {}\n"])
    func anEmptyFileSaysNothing(_ yaml: String) throws {
        #expect(try decode(yaml) == Configuration())
    }

    @Test func withoutAFileTheDefaultsHold() {
        let configuration = Configuration()
        #expect(configuration.minConfidence == .likely)
        #expect(configuration.failOn == .warning)
        #expect(configuration.stallBudget == .milliseconds(10))
        #expect(configuration.covers(file: "Sources/a.swift"))
        for path in [".build/x.swift", "a/.build", "A/x.pb.swift", "Pods/x.swift", "node_modules/a/b.swift"] {
            #expect(!configuration.covers(file: path), "\(path)")
        }
    }

    @Test func theNearerFileWinsKeyByKeyAndExcludesAddUp() throws {
        let outer = try decode(
            """
            include: [Sources]
            exclude: [one]
            rules: { sleep-in-async: { severity: note, inTests: off }, lock-in-async: off }
            fail-on: never
            stall-budget: 5ms
            effects: [a.yaml]
            blocking: ["A.f()", "A.g()"]
            nonblocking: ["A.h()"]
            overrides: [{ paths: [Sub], rules: { file-io-in-async: error } }]
            """)
        let inner = try decode(
            """
            exclude: [two]
            rules: { sleep-in-async: error }
            stall-budget: 20ms
            effects: [b.yaml]
            blocking: ["A.h()"]
            nonblocking: ["A.f"]
            overrides: [{ paths: ["*"], rules: { file-io-in-async: note } }]
            """, path: "Sub/.unblock.yml")
        let both = inner.merged(over: outer)
        #expect(both.include == outer.include)
        #expect(both.excludes("one/a") && both.excludes("Sub/two/a") && !both.excludes("two/a"))
        #expect(both.rules["sleep-in-async"] == RuleSetting(level: .severity(.error), inTests: .off))
        #expect(both.rules["lock-in-async"]?.level == .off)
        #expect(both.failOn == .never)
        #expect(both.stallBudget == .milliseconds(20))
        #expect(both.effects.map(\.path) == ["Sub/b.yaml", "a.yaml"])
        #expect(both.blocking.map(\.text) == ["A.h()", "A.g()"])
        #expect(both.nonblocking.map(\.text) == ["A.f"])
        #expect(both.setting(for: "file-io-in-async", in: "Sub/x.swift").level == .severity(.note))
        #expect(both.setting(for: "file-io-in-async", in: "x.swift").level == nil)
    }

    @Test func layingAnEmptyConfigurationOverOrUnderChangesNothing() throws {
        let configuration = try decode("rules: { sleep-in-async: off }\nexclude: [a]\nblocking: [f()]")
        #expect(configuration.merged(over: Configuration()) == configuration)
        #expect(Configuration().merged(over: configuration) == configuration)
    }

    @Test(arguments: [
        ("excludes: [a]", "1: the configuration has no key `excludes`: did you mean `exclude`?"),
        ("minConfidence: likely", "1: the configuration has no key `minConfidence`: did you mean `min-confidence`?"),
        ("fix-style: nio", "1: the configuration has no key `fix-style`: use one of "),
        ("rules:\n  sleep-in-asnyc: off", "2: there is no rule `sleep-in-asnyc`: did you mean `sleep-in-async`?"),
        (
            "rules:\n  sleep-in-async: warn",
            "2: the rule's severity cannot be `warn`: use one of `off`, `note`, `warning`, `error`"
        ),
        (
            "rules:\n  sleep-in-async: { severty: off }",
            "2: a rule's settings has no key `severty`: did you mean `severity`?"
        ),
        ("min-confidence: certian", "1: `min-confidence` cannot be `certian`: did you mean `certain`?"),
        ("fail-on: [a]", "1: `fail-on` is not a single value"),
        ("stall-budget: 10", "1: `stall-budget` is `10`: write a number with us, ms, s or min: `10ms`, `0.5s`"),
        ("exclude:\n  - a\n  - \"[b\"", "3: `[b`: the pattern has a `[` without `]`: close it, or write `\\[`"),
        ("blocking: [a b]", "1: `a b` is not a declaration: write "),
        ("overrides:\n  - rules: { sleep-in-async: off }", "2: an override has no `paths`: add `paths:`"),
        ("rules: [sleep-in-async]", "1: `rules` is not a mapping: write it as `key: value` lines"),
        ("- a", "1: the configuration is not a mapping"),
        ("rules: {", "2: did not find"),
        ("fail-on: note\nfail-on: error", "1: `fail-on` is given twice: keep one of them"),
    ])
    func aWrongFileIsExplained(_ yaml: String, _ message: String) throws {
        let error = #expect(throws: InvalidFile.self) { try decode(yaml) }
        let description = try #require(error).description
        #expect(description.hasPrefix(".unblock.yml:" + message), "\(description)")
    }

    @Test func everythingThatIsWrongIsReportedAtOnce() {
        let error = #expect(throws: InvalidFile.self) { try decode("a: 1\nfail-on: b\nrules: { c: off }") }
        #expect(error?.problems.map(\.line) == [1, 2, 3])
    }

    @Test(arguments: [
        ("10ms", Duration.milliseconds(10)), ("0.5s", .milliseconds(500)), ("250us", .microseconds(250)),
        ("250µs", .microseconds(250)), ("1min", .seconds(60)), ("0ms", .zero), ("1.25 ms", .microseconds(1250)),
        ("2s", .seconds(2)),
    ])
    func durationsAreReadExactly(_ text: String, _ expected: Duration) {
        #expect(Duration(text: text) == expected)
    }

    @Test(arguments: [
        "", "ms", "10", "-1ms", "1.ms", ".5s", "1.2.3s", "1h", "10 m s", "9999999999999999999s", "86400s", "１s",
    ])
    func whatIsNoDurationIsRefused(_ text: String) {
        #expect(Duration(text: text) == nil)
    }

    @Test func aThresholdIsReachedByItsOwnSeverityAndAbove() {
        #expect(FailThreshold.warning.isReached(by: .error))
        #expect(FailThreshold.warning.isReached(by: .warning))
        #expect(!FailThreshold.warning.isReached(by: .note))
        #expect(!FailThreshold.never.isReached(by: .error))
    }
}
