#if os(Linux)
    import Foundation
    import Testing

    /// `lint --fix` where files cannot be written: what it says, how it ends, and that every file is whole.
    struct FailedWriteTests {
        /// More than the limit of the tests allows a file to have.
        private static let padding = String(repeating: "// A line that is only here to take up room.\n", count: 500)
        private static let text = "import Foundation\n" + FixTests.blocking + padding
        private static let fixed = "import Foundation\n" + FixTests.fixed + padding

        /// Runs `lint --fix` with files of at most 8 KiB, which fails as a full disk does: in the middle of a write.
        private func lint(_ folder: TemporaryFolder, _ trap: String) async throws -> Program.Outcome {
            try await Program(folder: folder).shell(
                """
                { (\(trap) ulimit -f 16; exec "$UNBLOCK" lint --color never --no-simulate --fix . 3>&-); \
                echo $? > status; } 2>&1 | cat
                """)
        }

        @Test func aFullDiskLeavesTheFileWhole() async throws {
            let folder = try TemporaryFolder([
                "a.swift": Self.text, "b.swift": "import Foundation\n" + FixTests.blocking,
            ])
            defer { folder.remove() }
            let result = try await lint(folder, "trap '' XFSZ;")
            #expect(try folder.read("status") == "2\n")
            #expect(result.output.contains("unblock: error: 'a.swift' cannot be written"), "\(result.output)")
            #expect(try folder.read("a.swift") == Self.text)
            #expect(try folder.read("b.swift") == "import Foundation\n" + FixTests.fixed)
            #expect(try folder.names() == ["a.swift", "b.swift", "status"])
        }

        @Test func aProcessThatIsEndedForWritingTooMuchLeavesTheFileWhole() async throws {
            let folder = try TemporaryFolder(["a.swift": Self.text])
            defer { folder.remove() }
            _ = try await lint(folder, "")
            #expect(try folder.read("status") != "0\n")
            #expect(try folder.read("a.swift") == Self.text)
            #expect(try await Program(folder: folder).run("lint", "--no-simulate", "--fix", ".").status == 0)
            #expect(try folder.read("a.swift") == Self.fixed)
        }

        /// Whoever may write everywhere is made somebody else first, where that is possible.
        @Test func aFolderThatTakesNoFilesIsReported() async throws {
            let text = "import Foundation\n" + FixTests.blocking
            let folder = try TemporaryFolder(["inner/a.swift": text, "b.swift": text])
            defer { folder.remove() }
            let other = "setpriv --reuid 65534 --regid 65534 --clear-groups --"
            let line = """
                chmod 755 . inner; chmod 666 inner/a.swift b.swift; chmod 555 inner
                if [ "$(id -u)" = 0 ]; then AS="\(other)"; chmod 777 .; else AS=; fi
                $AS "$UNBLOCK" lint --color never --no-simulate --fix inner/a.swift b.swift
                status=$?; chmod 755 inner; exit $status
                """
            let result = try await Program(folder: folder).shell(line)
            #expect(result.status == 2, "\(result.errors)")
            #expect(result.errors.contains("unblock: error: 'inner/a.swift' cannot be written"), "\(result.errors)")
            #expect(try folder.read("inner/a.swift") == text)
            #expect(try folder.read("b.swift") == "import Foundation\n" + FixTests.fixed)
        }

        @Test func aFileThatWouldHaveToChangeWithAReadOnlyOneStaysAsItIs() async throws {
            let files = [
                "Helper.swift": "import Foundation\n@MainActor func pause() {\n    usleep(250_000)\n}\n",
                "Caller.swift": "@MainActor func start() async {\n    pause()\n}\n",
            ]
            let folder = try TemporaryFolder(files)
            defer { folder.remove() }
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o444], ofItemAtPath: folder.path(of: "Caller.swift"))
            let result = try await Program(folder: folder).run(
                "lint", "--no-simulate", "--fix", "--unsafe-fixes", "Helper.swift", "Caller.swift")
            #expect(result.status == 2)
            #expect(result.errors.contains("'Caller.swift' is read-only"), "\(result.errors)")
            #expect(result.errors.contains("'Helper.swift' was left alone"), "\(result.errors)")
            for (name, text) in files { #expect(try folder.read(name) == text) }
        }
    }
#endif
