import RuleCatalogue
import Testing

/// Which argument of a call an entry about closures speaks of.
struct ClosureEntryTests {
    @Test func theTrailingClosureIsTheNamedArgument() throws {
        let entry = try entry("DispatchQueue.async(group:qos:flags:execute:)", .label("execute"))
        #expect(entry.matches(labels: [], trailingClosures: 1))
        #expect(entry.describesArgument(at: 0, labels: [], trailingClosures: 1))
        #expect(entry.describesArgument(at: 1, labels: ["qos"], trailingClosures: 1))
        #expect(entry.describesArgument(at: 1, labels: ["qos", "execute"], trailingClosures: 0))
        #expect(!entry.describesArgument(at: 0, labels: ["qos", "execute"], trailingClosures: 0))
    }

    @Test func anArgumentWithoutALabelIsNamedByItsPosition() throws {
        let entry = try entry("Mutex.withLock(_:)", .position(0))
        #expect(entry.describesArgument(at: 0, labels: [], trailingClosures: 1))
        #expect(entry.describesArgument(at: 0, labels: [nil], trailingClosures: 0))
        #expect(!entry.describesArgument(at: 0, labels: ["body"], trailingClosures: 0))
    }

    private func entry(_ declaration: String, _ argument: ArgumentReference) throws -> ClosureEntry {
        ClosureEntry(
            declaration: try #require(DeclarationName(declaration)), defaults: ["group", "qos", "flags"],
            argument: argument, runs: .dispatch)
    }
}
