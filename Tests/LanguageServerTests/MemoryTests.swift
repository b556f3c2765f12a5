import ExecutorFutures
import LanguageServerProtocol
import SimulatedExecution
import Synchronization
import Testing

@testable import LanguageServer

/// When memory is given back to the system.
@Suite struct MemoryTests {
    private static let text = "import Foundation\n\nfunc load() async { sleep(1) }\n"

    @Test func memoryIsGivenBackWhenNobodyTypes() async throws {
        try await Simulation.check(seeds: 0..<5) { loop in
            let given = Mutex(0)
            let count = { @Sendable in given.withLock { $0 } }
            let client = TestClient(
                on: loop, executor: LateExecutor(loop), giveMemoryBack: { given.withLock { $0 += 1 } })
            _ = try await client.initialize(pull: true)
            try await client.open("A.swift", Self.text)
            for version in 2..<10 {
                let text = version.isMultiple(of: 2) ? Self.text : "\(Self.text)func f() {}\n"
                try await client.replace("A.swift", with: text, version: version)
                #expect(try await client.pull("A.swift") == ["sleep-in-async 2"])
                // Long enough for a look at the whole folder, not for a rest.
                try await loop.sleep(for: .milliseconds(600))
                #expect(count() == 0)
            }
            try await loop.sleep(for: .seconds(60))
            #expect(count() == 1)
            _ = try await client.end()
        }
    }
}
