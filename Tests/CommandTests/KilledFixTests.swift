#if os(Linux)
    import ExecutorFutures
    import Foundation
    import Testing

    /// `lint --fix` that is killed at any moment leaves each file as it was or as it was to become.
    @Suite(.serialized) struct KilledFixTests {
        private static let files = 1_000
        private static let before =
            "import Foundation\n\nfunc NAME() async throws {\n    Thread.sleep(forTimeInterval: 0.25)\n}\n"
        private static let after =
            "import Foundation\n\nfunc NAME() async throws {\n    try await Task.sleep(for: .milliseconds(250))\n}\n"

        @Test func noFileIsHalfWritten() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            for number in 0..<Self.files { try folder.write(Self.name(number), Self.text(Self.before, number)) }
            let program = Program(folder: folder)
            var changed = 0
            // Killed later and later, so that some of the moments lie where files are written; the last run is let be.
            for milliseconds in stride(from: 200, through: 3_000, by: 200) {
                let line = "timeout -s KILL \(Double(milliseconds) / 1_000) \"$UNBLOCK\" lint --fix --no-simulate ."
                _ = try await program.shell(line)
                changed = try Self.check(folder)
                if changed == Self.files { break }
            }
            if changed < Self.files {
                let outcome = try await program.run("lint", "--fix", "--no-simulate", ".")
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try Self.check(folder) == Self.files)
            }
        }

        /// - Returns: how many files are fixed.
        private static func check(_ folder: TemporaryFolder) throws -> Int {
            var changed = 0
            for number in 0..<files {
                let text = try folder.read(name(number))
                if text == Self.text(after, number) { changed += 1; continue }
                #expect(text == Self.text(before, number), "\(name(number)) is neither the old nor the new text")
            }
            return changed
        }

        private static func name(_ number: Int) -> String { "File\(number).swift" }

        private static func text(_ template: String, _ number: Int) -> String {
            template.replacing("NAME", with: "pause\(number)")
        }
    }
#endif
