import Analysis
import SourceModel
import TestSupport
import Testing

/// What is offered, in which style, how safe it is, and why something is not offered.
struct FixRunTests {
    /// The only file of a module, after its fixes, between the lines that a fix may add at its head.
    private func fixed(_ body: String, style: FixStyle = .executorFuture) async throws -> String {
        let fixture = Fixture(name: "a.swift", text: "import Foundation\n\n" + body)
        let texts = try await FixedFixture(fixture, style: style).withAllFixes()
        let text = texts["Sources/Fixture/a.swift"] ?? ""
        return String(text.split(separator: "\n\n", maxSplits: 1).last ?? "")
    }

    private func finding(_ body: String) async throws -> Finding {
        let fixture = Fixture(name: "a.swift", text: "import Foundation\n\n" + body)
        return try #require(try await FixedFixture(fixture).report.findings.first)
    }

    @Test func aSecondRunChangesNothing() async throws {
        for path in Fixture.all() {
            let fixture = try Fixture(reading: path)
            let once = try await FixedFixture(fixture).withAllFixes()
            let files = once.sorted { $0.key < $1.key }.map { Fixture.File(path: $0.key, text: $0.value) }
            let twice = try await FixedFixture(Fixture(name: fixture.name, files: files)).withAllFixes()
            #expect(twice == once, "\(path)")
        }
    }

    @Test func aPropertyIsCopiedAndAMethodTakesSelfAlong() async throws {
        let text = try await fixed(
            """
            actor Store {
                let root = URL(fileURLWithPath: "/")
                func load(_ name: String) async throws -> Data { try Data(contentsOf: root.appendingPathComponent(name)) }
            }
            """)
        #expect(text.contains("submit { [root = self.root] in"), "\(text)")
        #expect(text.contains("try Data(contentsOf: root.appendingPathComponent(name))"), "\(text)")
    }

    @Test func aFunctionThatThrowsNothingGetsAQueueOfItsOwn() async throws {
        let text = try await fixed(
            "func f(_ path: String) async -> Data? { FileManager.default.contents(atPath: path) }\n")
        #expect(text.contains("await withCheckedContinuation { continuation in"), "\(text)")
        #expect(!text.contains("try"), "\(text)")
    }

    @Test func aConditionHasNoTrailingClosure() async throws {
        let text = try await fixed(
            "func f(_ url: URL) async throws { if try Data(contentsOf: url).isEmpty { print(1) } }\n")
        #expect(text.contains(".submit({"), "\(text)")
    }

    @Test func aReadAndAWriteOfAnActorsStateAroundTheSuspensionNeedAReview() async throws {
        let found = try await finding(
            """
            actor Store {
                var count = 0
                func load(_ url: URL) async throws {
                    let old = count
                    _ = try Data(contentsOf: url)
                    count = old + 1
                }
            }
            """)
        #expect(found.preferredFix?.safety == .review)
        #expect(found.preferredFix?.reason.contains("`count`") == true)
    }

    @Test func aLocalOfAPropertysNameNeedsNone() async throws {
        let found = try await finding(
            """
            actor Store {
                var count = 0
                func load(_ url: URL) async throws -> Int {
                    var count = url.path.count
                    _ = try Data(contentsOf: url)
                    count += 1
                    return count
                }
            }
            """)
        #expect(found.preferredFix?.safety == .safe, "\(found.preferredFix?.reason ?? found.unfixable)")
    }

    @Test(arguments: [
        ("Task { _ = try Data(contentsOf: url); exit(1) }", FixSafety.safe),
        (#"Task { try check(); _ = read("a"); exit(1) }"#, .review),
        (#"Task { try check(); _ = read("a") }"#, .safe),
        (#"Task { try check(); if flag { _ = read("a") }; exit(1) }"#, .review),
        (#"let task = Task { try check(); _ = read("a"); exit(1) }; _ = task"#, .safe),
    ])
    func aTaskThatWouldEndUnseenNeedsAReview(_ body: String, _ safety: FixSafety) async throws {
        let found = try await finding(
            """
            func read(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }
            func check() throws {}
            func f(_ url: URL, _ flag: Bool) { \(body) }
            """)
        #expect(found.preferredFix?.safety == safety, "\(found.preferredFix?.reason ?? found.unfixable)")
    }

    @Test(arguments: [
        ("func f() async { defer { sleep(1) } }\n", "`defer`"),
        (
            "@MainActor open class A { open func f(_ url: URL) throws { _ = try Data(contentsOf: url) } }\n",
            "overridden elsewhere"
        ),
        (
            "@MainActor func f(_ url: URL) throws { _ = try Data(contentsOf: url) }\n@MainActor let g = f\n",
            "used as a value"
        ),
        (
            """
            @MainActor func f(_ url: URL) throws { _ = try Data(contentsOf: url) }
            @MainActor func g(_ urls: [URL]) throws { try urls.forEach { try f($0) } }
            """, "a synchronous closure calls it"
        ),
        (
            """
            protocol Loading { @MainActor func load(_ url: URL) throws }
            struct Loader: Loading { @MainActor func load(_ url: URL) throws { _ = try Data(contentsOf: url) } }
            """, "may meet a requirement of `Loading`"
        ),
        (
            """
            @MainActor class Loader { func load(_ url: URL) throws { _ = try Data(contentsOf: url) } }
            final class Other: Loader { override func load(_ url: URL) throws {} }
            """, "overridden"
        ),
        (
            "func f(_ url: URL) async { await withCheckedContinuation { $0.resume(with: Result { try Data(contentsOf: url) }) } }\n",
            "synchronous"
        ),
        (
            """
            struct Page {
                var url: URL
                func both(_ url: URL) async throws -> Both { try Both(url, self.url) }
            }
            struct Both {
                let data: Data
                init(_ url: URL, _ other: URL) throws { data = try Data(contentsOf: url) + Data(contentsOf: other) }
            }
            """, "`url` is a local and a property in it"
        ),
        (
            "func f(_ x: Bool, _ p: String) async -> Bool { x && FileManager.default.fileExists(atPath: p) }\n",
            "autoclosure"
        ),
        ("func f(_ p: inout Process) async throws { p.waitUntilExit() }\n", "inout"),
    ])
    func whatIsNotOfferedSaysWhy(code: String, reason: String) async throws {
        let found = try await finding(code)
        #expect(found.fixes.isEmpty)
        #expect(found.unfixable.contains(reason), "\(found.unfixable)")
    }

    @Test func aSynchronousFunctionBecomesAsyncWithAllThatCallIt() async throws {
        let text = try await fixed(
            """
            @MainActor final class Page {
                func load(_ url: URL) throws -> Data { try Data(contentsOf: url) }
                func refresh(_ url: URL) throws { _ = try load(url) }
                func start(_ url: URL) { Task { try refresh(url) } }
            }
            """)
        #expect(text.contains("func load(_ url: URL) async throws -> Data {"), "\(text)")
        #expect(text.contains("func refresh(_ url: URL) async throws { _ = try await load(url) }"), "\(text)")
        #expect(text.contains("Task { try await refresh(url) }"), "\(text)")
    }

    @Test func callersInOtherFilesAreChangedToo() async throws {
        let files = [
            Fixture.File(
                path: "Sources/Fixture/a.swift",
                text: "import Foundation\n@MainActor func load(_ url: URL) throws { _ = try Data(contentsOf: url) }\n"),
            Fixture.File(
                path: "Sources/Fixture/b.swift",
                text: "import Foundation\n@MainActor func start(_ url: URL) async throws { try load(url) }\n"),
        ]
        let texts = try await FixedFixture(Fixture(name: "a.swift", files: files)).withAllFixes()
        #expect(texts["Sources/Fixture/b.swift"]?.contains("{ try await load(url) }") == true, "\(texts)")
    }

    @Test func anArgumentOfAnAssertionIsBoundBeforeIt() async throws {
        let text = try await fixed(
            """
            func f(_ url: URL) async throws {
                XCTAssertEqual(try Data(contentsOf: url), Data())
                XCTAssertNoThrow(try Data(contentsOf: url))
                XCTAssertTrue(url.isFileURL, try String(contentsOf: url, encoding: .utf8))
            }
            """)
        #expect(text.contains("let data = try await blockingExecutor.submit"), "\(text)")
        #expect(text.contains("XCTAssertEqual(data, Data())"), "\(text)")
        #expect(
            text.contains("    _ = try await blockingExecutor.submit { try Data(contentsOf: url) }.value"), "\(text)")
        #expect(text.contains("XCTAssertTrue(url.isFileURL, try String"), "\(text)")
    }

    @Test func commentsAndTabsOfMovedStatementsStay() async throws {
        let text = try await fixed(
            "func f(_ path: String) async throws -> Int {\n\tvar info = stat()\n\t// Ask.\n\tstat(path, &info)\n\treturn Int(info.st_size)\n}\n"
        )
        #expect(text.contains("\t\t// Ask.\n\t\tstat(path, &info)"), "\(text)")
    }
}
