#if os(Linux)
    import Analysis
    import Foundation
    import SourceModel
    import TestSupport
    import Testing

    /// Every fix that is offered compiles where the code before it did: in Swift 5 and in Swift 6 mode.
    @Suite(.serialized) struct FixCompileTests {
        /// Fixtures of the system's own modules; the others say on their first line what they need.
        static let paths = Fixture.all().filter { path in
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            return !text.hasPrefix("// not compiled here") && path.hasSuffix(".swift")
        }
        static let names = paths.map { FilePath.relative($0, to: ProjectFolder.root) }

        /// Each style in one language mode, each mode once.
        /// With `UNBLOCK_EACH_FIX` set, both in both, and each fix alone as well: half an hour instead of minutes.
        static let combinations: [(style: FixStyle, languages: [String])] =
            isThorough ? [(.executorFuture, ["5", "6"]), (.dispatch, ["5", "6"])]
            : [(.executorFuture, ["6"]), (.dispatch, ["5"])]
        static let isThorough = ProcessInfo.processInfo.environment["UNBLOCK_EACH_FIX"] != nil

        /// All fixes of a fixture together.
        @Test(arguments: names)
        func fixedFixturesCompile(fixture name: String) async throws {
            let fixture = try Fixture(reading: FilePath.join(ProjectFolder.root, name))
            for (style, languages) in Self.combinations {
                let fixed = try await FixedFixture(fixture, style: style)
                let all = try await fixed.withAllFixes()
                if all == fixed.originals { continue }
                for language in languages {
                    let before = try Compiler.errors(in: fixed.originals, language: language)
                    let after = try Compiler.errors(in: all, language: language)
                    let new = Self.added(after, to: before)
                    #expect(new.isEmpty, "\(name), Swift \(language), \(style.rawValue): \(new)\n\(Self.text(all))")
                    guard Self.isThorough else { continue }
                    for finding in fixed.report.findings {
                        for fix in finding.fixes {
                            let texts = try #require(fixed.with(fix))
                            let new = Self.added(try Compiler.errors(in: texts, language: language), to: before)
                            let place = "\(name):\(finding.start.line), Swift \(language)"
                            #expect(new.isEmpty, "\(place), \(fix.title): \(new)\n\(fix.edits.map(\.newText))")
                        }
                    }
                }
            }
        }

        @Test func whatIsOfferedAndWhatIsNotIsCounted() async throws {
            var counts: [String: (findings: Int, fixed: Int, safe: Int)] = [:]
            for path in Fixture.all() {
                let fixed = try await FixedFixture(try Fixture(reading: path))
                for finding in fixed.report.findings {
                    var count = counts[finding.rule.rawValue] ?? (0, 0, 0)
                    count.findings += 1
                    if let fix = finding.preferredFix {
                        count.fixed += 1
                        if fix.safety == .safe { count.safe += 1 }
                    } else {
                        #expect(
                            !finding.unfixable.isEmpty, "\(path):\(finding.start.line) does not say why it has no fix")
                    }
                    counts[finding.rule.rawValue] = count
                }
            }
            for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
                print("\(rule): \(count.findings) findings, \(count.fixed) with a fix, \(count.safe) of them safe")
            }
            #expect(!counts.isEmpty)
        }

        /// The errors that were not there before, each as often as it is new.
        private static func added(_ after: [String], to before: [String]) -> [String] {
            var known = before
            return after.filter { message in
                guard let index = known.firstIndex(of: message) else { return true }
                known.remove(at: index)
                return false
            }
        }

        private static func text(_ texts: [String: String]) -> String {
            texts.sorted { $0.key < $1.key }.map { "// \($0.key)\n\($0.value)" }.joined(separator: "\n")
        }
    }
#endif
