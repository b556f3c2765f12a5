#if os(Linux)
    import Analysis
    import ExecutorFutures
    import Foundation
    import SourceModel
    import TestSupport
    import Testing

    /// Fixes change when code runs, not what it does: programs print the same before and after them.
    @Suite(.serialized) struct BehaviourTests {
        /// A thousand take five minutes, so they are made on demand; a hundred find what has been found.
        private static let schedules =
            ProcessInfo.processInfo.environment["UNBLOCK_SCHEDULES"].flatMap { Int($0) } ?? 100
        private static let seconds = 300

        /// The texts of one version by file name.
        private typealias Version = [String: String]

        @Test func programsPrintTheSameAfterTheirFixes() async throws {
            let programs = try BehaviourProgram.all()
            #expect(programs.count >= 40)
            let fixture = try Fixture(reading: BehaviourProgram.folder)
            var versions: [(name: String, texts: Version)] = []
            for style in [FixStyle.executorFuture, .dispatch] {
                let fixed = try await FixedFixture(fixture, style: style)
                versions.append((style.rawValue, try await fixed.withAllFixes()))
                let findings = fixed.report.findings
                print(
                    "\(style.rawValue): \(findings.count) findings, \(findings.count { !$0.fixes.isEmpty }) with a fix")
                for program in programs where versions.last?.texts[program.fileName] == program.text {
                    Issue.record("\(program) has no fix in style \(style.rawValue): it shows nothing")
                }
            }
            let after = versions
            try await TestThreads.two.submit {
                let expected = try Self.expected(programs)
                for version in after { try Self.compareReal(programs, version, with: expected) }
                try Self.explore(programs.filter(\.isSimulatedBefore), ("before", Self.originals(programs)), expected)
                for version in after { try Self.explore(programs.filter(\.isSimulatedAfter), version, expected) }
            }.value
        }

        /// What the programs print before their fixes, or say that they must print.
        private static func expected(_ programs: [BehaviourProgram]) throws -> [String: [String]] {
            let ending = programs.filter(\.endsBefore)
            let before = try CompiledPrograms(ending, texts: originals(ending), runner: .real)
            var expected = try before.lines(ending.map(\.name), seconds: seconds)
            for program in programs where !program.endsBefore { expected[program.name] = program.prints }
            for program in programs { #expect(expected[program.name]?.isEmpty == false, "\(program) prints nothing") }
            return expected
        }

        private static func originals(_ programs: [BehaviourProgram]) -> Version {
            Dictionary(uniqueKeysWithValues: programs.map { ($0.fileName, $0.text) })
        }

        private static func compareReal(
            _ programs: [BehaviourProgram], _ version: (name: String, texts: Version), with expected: [String: [String]]
        ) throws {
            let compiled = try CompiledPrograms(programs, texts: version.texts, runner: .real)
            let lines = try compiled.lines(programs.map(\.name), seconds: seconds)
            for program in programs {
                #expect(lines[program.name] == expected[program.name], "\(program), \(version.name)")
            }
            print("\(version.name): \(programs.count) programs run for real")
        }

        /// Runs programs in virtual time: each under many schedules, in none of which it may end otherwise or not at all.
        private static func explore(
            _ programs: [BehaviourProgram], _ version: (name: String, texts: Version), _ expected: [String: [String]]
        ) throws {
            let compiled = try CompiledPrograms(programs, texts: version.texts, runner: .simulated)
            let arguments = programs.flatMap { [$0.name, (expected[$0.name] ?? []).joined(separator: "\n")] }
            let problems = try compiled.lines(["\(schedules)"] + arguments, seconds: seconds)
            for program in programs {
                #expect(problems[program.name] == [], "\(program), \(version.name), simulated")
            }
            print("\(version.name): \(programs.count) programs under \(schedules) schedules each")
        }
    }
#endif
