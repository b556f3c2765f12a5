import Foundation
import Testing

/// `unblock lint` with the index store of a real compiler, as it is and in every state of disrepair.
@Suite struct IndexStoreLintTests {
    /// The type of the receiver is something that only the compiler knows.
    private static let source = """
        import Dispatch

        func f() async {
            repeatElement(DispatchSemaphore(value: 0), count: 1).first!.wait()
        }

        """

    /// A folder in which `swiftc` has left a store for the only file.
    private func compiled() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["A.swift": Self.source])
        let outcome = try await Program(folder: folder).shell(
            "swiftc -c -parse-as-library -index-store-path store -o A.o A.swift")
        try #require(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func lint(_ folder: TemporaryFolder, _ options: String...) async throws -> Program.Outcome {
        try await Program(folder: folder).run(
            ["lint", "A.swift", "--statistics", "--fail-on", "never", "--no-simulate", "--format", "jsonl"] + options)
    }

    @Test func theCompilerKnowsTheReceiver() async throws {
        let folder = try await compiled()
        defer { folder.remove() }
        let without = try await lint(folder)
        #expect(!without.output.contains("future-wait-in-async"))
        #expect(!without.errors.contains("index "))
        let with = try await lint(folder, "--index-store", "store")
        #expect(with.output.contains("future-wait-in-async"))
        #expect(with.errors.contains("1 files as the compiler saw them, 0 changed since"))
    }

    @Test func aFileThatChangedIsReadFromItsText() async throws {
        let folder = try await compiled()
        defer { folder.remove() }
        try folder.write("A.swift", "\n" + Self.source)
        let outcome = try await lint(folder, "--index-store", "store")
        #expect(!outcome.output.contains("future-wait-in-async"))
        #expect(outcome.errors.contains("0 files as the compiler saw them, 1 changed since"))
    }

    @Test func theStoreOfABuildIsFound() async throws {
        let folder = try await compiled()
        defer { folder.remove() }
        _ = try await Program(folder: folder).shell("mkdir -p .build/debug/index && mv store .build/debug/index/store")
        #expect(try await lint(folder).output.contains("future-wait-in-async"))
        #expect(try await lint(folder, "--no-index-store").output.contains("future-wait-in-async") == false)
    }

    @Test func whatIsNoStoreIsWorthAWarning() async throws {
        let folder = try TemporaryFolder(["A.swift": Self.source, "file": "", "empty/v5/units/x": "garbage"])
        defer { folder.remove() }
        for store in ["nowhere", "file", "."] {
            let outcome = try await lint(folder, "--index-store", store)
            #expect(outcome.status == 0)
            #expect(
                outcome.errors.contains("unblock: warning: the index store") || outcome.errors.contains("0 files as"))
        }
        let outcome = try await lint(folder, "--index-store", "empty")
        #expect(outcome.status == 0)
    }

    @Test func aDamagedStoreCostsTheNotesAndNothingElse() async throws {
        let folder = try await compiled()
        defer { folder.remove() }
        let whole = try await lint(folder, "--index-store", "store").output
        let without = try await lint(folder).output
        let files = try #require(FileManager.default.enumerator(atPath: folder.path(of: "store")))
            .compactMap { $0 as? String }.filter { $0.contains("A.swift-") || $0.contains("A.o-") }.sorted()
        try #require(files.count == 2, "\(files)")
        for seed in 0..<12 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            func next(_ bound: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % bound
            }
            let url = URL(filePath: folder.path(of: "store/" + files[seed % 2]))
            let bytes = try Data(contentsOf: url)
            var damaged = bytes
            if seed % 4 < 2 { damaged.removeLast(1 + next(bytes.count)) }
            for _ in 0..<(seed % 4) * 3 where !damaged.isEmpty { damaged[next(damaged.count)] ^= UInt8(1 << next(8)) }
            try damaged.write(to: url)
            let outcome = try await lint(folder, "--index-store", "store")
            #expect(outcome.status == 0, "seed \(seed): \(outcome.errors)")
            #expect([whole, without].contains(outcome.output), "seed \(seed)")
            try bytes.write(to: url)
        }
    }

    /// Another version of the format has a folder of its own, and a killed compiler leaves units without their records.
    @Test(arguments: [
        "mv store/v5 store/v6", "mv store/v5 store/v4", "rm -r store/v5/records", "rm -r store/v5/units",
        "find store/v5/records -type f -exec sh -c ': > \"$0\"' {} ';'", "rm -r store/v5 && ln -s store store/v5",
    ])
    func aStoreThatIsNotWholeCostsTheNotesAndNothingElse(damage: String) async throws {
        let folder = try await compiled()
        defer { folder.remove() }
        let without = try await lint(folder).output
        let done = try await Program(folder: folder).shell(damage)
        try #require(done.status == 0, "\(done.errors)")
        let outcome = try await lint(folder, "--index-store", "store")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == without)
        #expect(outcome.errors.contains("0 files as") || outcome.errors.contains("unblock: warning: the index store"))
    }
}
