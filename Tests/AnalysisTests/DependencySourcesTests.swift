import Analysis
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What the code of a checked-out dependency does is seen when it is asked for; nothing is reported inside it.
struct DependencySourcesTests {
    private static let files = [
        "/app/Package.swift": """
        // swift-tools-version:6.0
        import PackageDescription
        let package = Package(name: "App", dependencies: [.package(path: "../Beside")], targets: [
            .executableTarget(name: "App", dependencies: [.product(name: "Lib-auto", package: "lib"), "Beside"]),
            .testTarget(name: "AppTests", dependencies: ["OnlyForTests"]),
        ])
        """,
        "/app/Sources/App/A.swift": """
        import Lib
        import Beside
        func first() async { linger() }
        func second() async { rest() }
        """,
        "/app/.build/checkouts/lib/Package.swift": """
        // swift-tools-version:6.0
        import PackageDescription
        let package = Package(name: "lib", products: [.library(name: "Lib-auto", targets: ["Lib"])], targets: [
            .target(name: "Lib", dependencies: ["Inner"]), .target(name: "Inner"), .target(name: "Unused"),
            .target(name: "OnlyForTests"), .testTarget(name: "LibTests"),
        ])
        """,
        "/app/.build/checkouts/lib/Sources/Lib/L.swift": """
        import Inner
        public func linger() { deep() }
        func own() async { linger() }
        """,
        "/app/.build/checkouts/lib/Sources/Inner/I.swift": """
        import Foundation
        public func deep() { Thread.sleep(forTimeInterval: 1) }
        public struct FileHandle { public func closeFile() {} }
        """,
        "/app/.build/checkouts/lib/Sources/Unused/U.swift": "func unused() {}\n",
        "/app/.build/checkouts/lib/Sources/OnlyForTests/O.swift": "func tested() {}\n",
        "/app/.build/checkouts/lib/Tests/LibTests/T.swift": "func test() {}\n",
        "/Beside/Package.swift":
            "import PackageDescription\nlet package = Package(name: \"Beside\", targets: [.target(name: \"Beside\")])\n",
        "/Beside/Sources/Beside/B.swift":
            "import Foundation\npublic func rest() { Thread.sleep(forTimeInterval: 1) }\n",
    ]

    private func contents(
        _ catalogue: Catalogue = .builtIn, readsDependencies: Bool = true, and more: [String: String] = [:]
    ) async throws -> Workspace.Contents {
        var request = WorkspaceRequest(workingDirectory: "/app")
        request.readsDependencies = readsDependencies
        return try await Workspace(fileSystem: MemoryFileSystem(Self.files.merging(more) { $1 }))
            .load(request, catalogue: catalogue, on: TestThreads.two)
    }

    private func findings(_ contents: Workspace.Contents) async throws -> [Finding] {
        try await Analyzer(catalogue: contents.catalogue).analyze(contents.snapshot, on: TestThreads.two)
            .report.findings
    }

    @Test func aCallIntoADependencyBlocksIfItsCodeDoes() async throws {
        let findings = try await findings(try await contents())
        #expect(findings.map(\.file) == ["Sources/App/A.swift", "Sources/App/A.swift"])
        #expect(findings.first?.path.map(\.file).last == ".build/checkouts/lib/Sources/Inner/I.swift")
        #expect(findings.last?.path.map(\.file).last == "../Beside/Sources/Beside/B.swift")
    }

    @Test func withoutTheOptionNothingOfThemIsRead() async throws {
        let contents = try await contents(readsDependencies: false)
        #expect(contents.snapshot.files.map(\.path) == ["Package.swift", "Sources/App/A.swift"])
        let texts = try await findings(contents).map(\.message)
        #expect(texts == [])
    }

    @Test func onlyModulesThatTheCodeDependsOnAreRead() async throws {
        let paths = try await contents().snapshot.files.filter { !$0.isReported }.map(\.path)
        #expect(
            paths == [
                "../Beside/Sources/Beside/B.swift", ".build/checkouts/lib/Sources/Inner/I.swift",
                ".build/checkouts/lib/Sources/Lib/L.swift",
            ])
    }

    @Test func aTypeOfADependencyHidesALibrarysOnlyWhereItIsImported() async throws {
        let read = "func read(_ file: FileHandle) async { _ = file.readDataToEndOfFile() }\n"
        let contents = try await contents(and: [
            "/app/Sources/App/A.swift": "import Foundation\nimport Lib\n" + read,
            "/app/Sources/App/B.swift": "import Foundation\nimport Inner\n" + read,
        ])
        #expect(try await findings(contents).map(\.file) == ["Sources/App/A.swift"])
    }

    @Test func whatADependencyHandsOnIsSeenAsItsOwn() async throws {
        let contents = try await contents(and: [
            "/app/Sources/App/A.swift": "import Lib\nfunc first() async { Deep().down() }\n",
            "/app/.build/checkouts/lib/Sources/Lib/Exports.swift": "@_exported import Inner\n",
            "/app/.build/checkouts/lib/Sources/Inner/Deep.swift":
                "public struct Deep {\n    public init() {}\n    public func down() { deep() }\n}\n",
        ])
        #expect(try await findings(contents).map(\.path.count) == [3])
    }

    @Test func whatTheCatalogueDescribesIsNotRead() async throws {
        let library = try EffectLibrary.decode(
            yaml: "library: lib\nmodules: [Lib]\neffects:\n  - declaration: linger()\n    rule: sleep-in-async\n"
                + "    waits: time\n    bounded: true\n    latency: { median: 5, p99: 1000 }\n    source: docs\n",
            path: "lib.yaml", rules: Set(Catalogue.builtIn.rules.keys))
        let catalogue = Catalogue.builtIn.extended(with: [library], blocking: [], nonblocking: [])
        let contents = try await contents(catalogue)
        #expect(!contents.snapshot.files.contains { $0.path.contains("checkouts") })
        let findings = try await findings(contents)
        #expect(findings.first?.path.count == 1)
    }
}
