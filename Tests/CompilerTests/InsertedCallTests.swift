#if os(Linux)
    import Foundation
    import SourceModel
    import TestSupport
    import Testing

    /// Blocking calls put into functions at random: whatever fixes make of them compiles.
    ///
    /// `UNBLOCK_CASES` asks for more than the 500 of every run, `UNBLOCK_SEED` for others.
    @Suite(.serialized) struct InsertedCallTests {
        private static let environment = ProcessInfo.processInfo.environment
        private static let cases = environment["UNBLOCK_CASES"].flatMap { Int($0) } ?? 500
        private static let seed = environment["UNBLOCK_SEED"].flatMap { UInt64($0) } ?? 1

        @Test(arguments: [(FixStyle.executorFuture, "6"), (.dispatch, "5")])
        func fixesOfInsertedCallsCompile(_ style: FixStyle, _ language: String) async throws {
            var random = SeededGenerator(seed: Self.seed)
            let functions = (0..<Self.cases).map { number in
                (InsertedCall.shapes.randomElement(using: &random) ?? "")
                    .replacing("NAME", with: "case\(number)")
                    .replacing("HERE", with: InsertedCall.calls.randomElement(using: &random) ?? "")
            }
            var fixes = 0
            var failing: [String] = []
            for start in stride(from: 0, to: functions.count, by: 100) {
                let part = Array(functions[start..<min(start + 100, functions.count)])
                fixes += try await Self.failures(in: part, style, language, &failing)
            }
            print("\(style.rawValue), seed \(Self.seed): \(functions.count) cases, \(fixes) fixes")
            #expect(fixes > functions.count / 3)
            #expect(failing.isEmpty, "seed \(Self.seed), \(style.rawValue):\n\(failing.joined(separator: "\n"))")
        }

        /// Compiles functions before and after their fixes, as one module; by halves where that fails.
        /// - Returns: how many fixes there were.
        private static func failures(
            in functions: [String], _ style: FixStyle, _ language: String, _ failing: inout [String]
        ) async throws -> Int {
            let text = "import Foundation\n\n" + functions.joined(separator: "\n\n") + "\n"
            let fixed = try await FixedFixture(Fixture(name: "cases.swift", text: text), style: style)
            let after = try await fixed.withAllFixes()
            let fixes = fixed.report.findings.count { !$0.fixes.isEmpty }
            if after == fixed.originals { return fixes }
            var known = try Compiler.errors(in: fixed.originals, language: language)
            let new = try Compiler.errors(in: after, language: language).filter { message in
                guard let index = known.firstIndex(of: message) else { return true }
                known.remove(at: index)
                return false
            }
            if new.isEmpty { return fixes }
            if functions.count == 1 {
                failing.append("\(new)\n\(functions[0])\nbecame\n\(after.values.sorted().joined(separator: "\n"))")
                return fixes
            }
            let half = functions.count / 2
            _ = try await failures(in: Array(functions[..<half]), style, language, &failing)
            _ = try await failures(in: Array(functions[half...]), style, language, &failing)
            return fixes
        }
    }

    /// Functions as people write them, and calls that block.
    private enum InsertedCall {
        static let shapes = [
            "func NAME(_ url: URL) async throws {\n    HERE\n}",
            "func NAME(_ url: URL) async throws -> Int {\n    var total = 0\n    for step in 0..<3 {\n        HERE\n        total += step\n    }\n    return total\n}",
            "actor TypeNAME {\n    var count = 0\n    func run(_ url: URL) async throws {\n        count += 1\n        HERE\n    }\n}",
            "@MainActor final class TypeNAME {\n    var count = 0\n    func run(_ url: URL) async throws {\n        HERE\n        count += 1\n    }\n}",
            "func NAME(_ url: URL) async throws {\n    try await withThrowingTaskGroup(of: Void.self) { group in\n        group.addTask {\n            HERE\n        }\n        try await group.waitForAll()\n    }\n}",
            "func NAME(_ url: URL) {\n    Task {\n        HERE\n    }\n}",
            "func NAME<Value: Sendable>(_ url: URL, _ value: Value) async throws -> Value {\n    do {\n        HERE\n    } catch {\n        print(error)\n        throw error\n    }\n    return value\n}",
            "func NAME(_ url: URL, _ kind: Int) async throws {\n    switch kind {\n    case 0:\n        HERE\n    default: break\n    }\n}",
            "struct TypeNAME: Sendable {\n    let name: String\n    func run(_ url: URL) async throws {\n        guard !name.isEmpty else { return }\n        HERE\n    }\n}",
            "extension URL {\n    static func NAME(_ url: URL) async throws {\n        HERE\n    }\n}",
            "func NAME(_ url: URL) async throws {\n    async let number = 1\n    HERE\n    print(await number)\n}",
            "func NAME(_ url: URL) async throws {\n    let body: @Sendable () async throws -> Void = {\n        HERE\n    }\n    try await body()\n}",
            "func NAME(_ url: URL) async throws {\n    defer { print(\"end\") }\n    HERE\n}",
            "func NAME(_ url: URL) async {\n    do {\n        HERE\n        try Task.checkCancellation()\n    } catch {\n        print(error)\n    }\n}",
            "func NAME(_ url: URL, _ flag: Bool) async throws {\n    if flag {\n        HERE\n    } else {\n        print(1)\n    }\n}",
            "func NAME(_ url: URL) -> AsyncStream<Int> {\n    AsyncStream { continuation in\n        Task {\n            HERE\n            continuation.finish()\n        }\n    }\n}",
        ]
        static let calls = [
            "Thread.sleep(forTimeInterval: 0.1)", "usleep(1_000)", "sleep(1)", "let left = sleep(2); print(left)",
            "let data = try Data(contentsOf: url); print(data.count)",
            "_ = try String(contentsOf: url, encoding: .utf8)",
            "try Data(\"x\".utf8).write(to: url)", "print(FileManager.default.contents(atPath: url.path)?.count ?? 0)",
            "if FileManager.default.fileExists(atPath: url.path) { print(\"there\") }",
            "let gate = DispatchSemaphore(value: 0); DispatchQueue.global().async { gate.signal() }; gate.wait()",
            "for name in try FileManager.default.contentsOfDirectory(atPath: url.path) { print(name) }",
            "let lock = NSLock(); lock.lock(); print(1); lock.unlock()",
            "let queue = DispatchQueue(label: \"q\"); let value = queue.sync { 1 }; print(value)",
            "let child = Process(); child.executableURL = url; try child.run(); child.waitUntilExit()",
            "print(readLine() ?? \"\")", "let group = DispatchGroup(); group.wait()",
            "let some = try? Data(contentsOf: url); print(some?.isEmpty ?? true)",
            "let text = \"\\(try Data(contentsOf: url).count) bytes\"; print(text)",
            "let sizes = try [url].map { try Data(contentsOf: $0).count }; print(sizes)",
            "var parts: [Data] = []; parts.append(try Data(contentsOf: url)); print(parts.count)",
            "let attributes = try FileManager.default.attributesOfItem(atPath: url.path); print(attributes.count)",
            "try FileManager.default.removeItem(at: url)",
            "guard let file = fopen(url.path, \"r\") else { fatalError() }; fclose(file)",
        ]
    }
#endif
