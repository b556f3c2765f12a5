import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Whole files and lines of files, read and written by threads.
@Suite struct FileTests {
    @Test(arguments: [0, 1, 4096, 4097, 1_000_000])
    func aFileIsReadAsItWasWritten(size: Int) throws {
        try withFolder { loop, folder in
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await loop.writeFile(bytes, to: folder + "/file")
            #expect(try await loop.readFile(at: folder + "/file") == bytes)
            #expect(TemporaryFolder.contents(of: folder) == ["file"])
        }
    }

    @Test func replacingKeepsPermissionsAndLinks() throws {
        try withFolder { loop, folder in
            try await loop.writeFile([1], to: folder + "/file")
            chmod(folder + "/file", 0o640)
            symlink("file", folder + "/link")
            try await loop.writeFile([2], to: folder + "/link")
            var status = stat()
            #expect(lstat(folder + "/file", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o640)
            #expect(lstat(folder + "/link", &status) == 0)
            #expect(status.st_mode & S_IFMT == S_IFLNK)
            #expect(try await loop.readFile(at: folder + "/file") == [2])
        }
    }

    @Test func aFileThatCannotBeReplacedStaysAsItWas() throws {
        try withFolder { loop, folder in
            // A folder with something in it cannot be replaced by a file.
            mkdir(folder + "/folder", 0o755)
            let inside = folder + "/folder/file"
            try await loop.writeFile([1], to: inside)
            let refused = StreamError.refused(call: "replacing '\(folder)/folder'", code: EISDIR)
            await #expect(throws: refused) { try await loop.writeFile([2], to: folder + "/folder") }
            #expect(TemporaryFolder.contents(of: folder) == ["folder"])
            unlink(inside)
            rmdir(folder + "/folder")
        }
    }

    @Test func whatIsNotThereCannotBeRead() throws {
        try withFolder { loop, folder in
            let refused = StreamError.refused(call: "opening '\(folder)/none'", code: ENOENT)
            await #expect(throws: refused) { try await loop.readFile(at: folder + "/none") }
            await #expect(throws: refused) { try await loop.openFile(at: folder + "/none") }
            #expect("\(refused)".contains("No such file or directory"))
        }
    }

    @Test func filesWithoutASizeAreReadToTheirEnd() throws {
        #if os(Linux) || os(Android)
            try withFolder { loop, _ in
                let status = String(decoding: try await loop.readFile(at: "/proc/self/status"), as: UTF8.self)
                #expect(status.contains("Threads:"))
            }
        #endif
    }

    @Test func linesOfAFileComeInVirtualTimeToo() throws {
        try TemporaryFolder.use { folder in
            try EventLoop.run(configuration: .init(time: .virtual)) { loop in
                let text = (0..<5000).map { "line \($0)" }.joined(separator: "\r\n")
                try await loop.writeFile(Array(text.utf8), to: folder + "/file")
                let start = loop.clock.now
                var count = 0
                for try await line in try await loop.openFile(at: folder + "/file").lines {
                    #expect(line == "line \(count)")
                    count += 1
                }
                #expect(count == 5000)
                #expect(start.duration(to: loop.clock.now) == .zero)
            }
        }
    }

    private func withFolder(_ body: @escaping @Sendable (EventLoop, String) async throws -> Void) throws {
        try TemporaryFolder.use { folder in
            try EventLoop.run { loop in try await body(loop, folder) }
        }
    }
}
