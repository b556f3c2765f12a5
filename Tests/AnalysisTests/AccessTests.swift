import Analysis
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What a manifest's modules keep internal is not taken for what other modules mean by the same name.
struct AccessTests {
    private static let manifest = """
        // swift-tools-version:6.0
        import PackageDescription
        let package = Package(name: "App", targets: [
            .executableTarget(name: "App", dependencies: ["Shared"]),
            .target(name: "Shared"),
            .testTarget(name: "SharedTests", dependencies: ["Shared"]),
        ])
        """

    private static let shared = """
        import Foundation
        extension String { func settle() { Thread.sleep(forTimeInterval: 1) } }
        public extension String { func rest() { Thread.sleep(forTimeInterval: 1) } }
        func linger() { Thread.sleep(forTimeInterval: 1) }
        struct Gate { static func pass() { Thread.sleep(forTimeInterval: 1) } }
        """

    /// Lines of the findings in one file.
    private func lines(
        _ text: String, in path: String, manifest: String? = Self.manifest
    ) async throws -> [Int] {
        var files = [
            "/app/Sources/Shared/S.swift": Self.shared, "/app/\(path)": text,
            "/app/.unblock.yml": "rules: { sleep-in-async: { inTests: report } }\n",
        ]
        files["/app/Package.swift"] = manifest
        let contents = try await Workspace(fileSystem: MemoryFileSystem(files))
            .load(WorkspaceRequest(workingDirectory: "/app"), catalogue: .builtIn, on: TestThreads.two)
        return try await Analyzer(catalogue: contents.catalogue).analyze(contents.snapshot, on: TestThreads.two)
            .report.findings.filter { $0.file == path }.map(\.start.line)
    }

    private static let use = """
        import Shared
        func f(_ text: String) async {
            text.settle()
            text.rest()
            linger()
            Gate.pass()
        }
        """

    @Test func anotherModuleSeesOnlyWhatIsPublic() async throws {
        #expect(try await lines(Self.use, in: "Sources/App/A.swift") == [4])
    }

    @Test func testsSeeWhatIsInternalToo() async throws {
        let use = "@testable " + Self.use
        #expect(try await lines(use, in: "Tests/SharedTests/T.swift") == [3, 4, 5, 6])
    }

    @Test func foldersWithoutAManifestMayBeOneModule() async throws {
        #expect(try await lines(Self.use, in: "Sources/App/A.swift", manifest: nil) == [3, 4, 5, 6])
    }
}
