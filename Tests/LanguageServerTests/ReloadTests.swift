import LanguageServerProtocol
import SimulatedExecution
import Testing

/// What changes which findings a folder shows, although no code in it changes.
@Suite struct ReloadTests {
    private static let blocking = "import Foundation\nfunc load() async { sleep(1) }\n"

    @Test func aDocumentIsSilentWhileItSaysThatItIsGenerated() async throws {
        try await session(files: ["A.swift": Self.blocking]) { client in
            _ = try await client.initialize(pull: true)
            try await client.open("A.swift", Self.blocking)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
            try await client.replace("A.swift", with: "// DO NOT EDIT\n" + Self.blocking, version: 2)
            #expect(try await client.pull("A.swift") == [])
            try await client.replace("A.swift", with: "// Edit\n" + Self.blocking, version: 3)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 2"])
        }
    }

    /// Also when the client watches files, which is why it need not tell of what it saves.
    @Test(arguments: [true, false])
    func aConfigurationThatIsOpenCountsFromWhenItIsSaved(_ isWatched: Bool) async throws {
        try await Simulation.check(seeds: 0..<5) { loop in
            let root = TestClient.root
            let disk = ChangingFileSystem(["\(root)/A.swift": Self.blocking, "\(root)/.unblock.yml": ""])
            let client = TestClient(on: loop, executor: LateExecutor(loop), fileSystem: disk)
            let watched: JSONValue = ["didChangeWatchedFiles": ["dynamicRegistration": .bool(isWatched)]]
            _ = try await client.initialize(pull: true, ["workspace": watched])
            try await client.open("A.swift", Self.blocking)
            try await client.open(".unblock.yml", "")
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
            let off = "rules:\n  sleep-in-async: off\n"
            try await client.replace(".unblock.yml", with: off, version: 2)
            #expect(try await client.pull("A.swift") == ["sleep-in-async 1"])
            disk.set("\(root)/.unblock.yml", off)
            try await client.notify(
                "textDocument/didSave", ["textDocument": ["uri": client.uri(".unblock.yml")]])
            if isWatched {
                try await client.notify(
                    "workspace/didChangeWatchedFiles",
                    ["changes": [["uri": client.uri(".unblock.yml"), "type": 2]]])
            }
            try await loop.sleep(for: .seconds(1))
            #expect(try await client.pull("A.swift") == [])
            _ = try await client.end()
        }
    }
}
