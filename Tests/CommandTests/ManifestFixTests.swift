import Foundation
import Testing

/// A fix that imports what the package does not depend on changes the manifest first, or nothing.
struct ManifestFixTests {
    private static let manifest = """
        // swift-tools-version: 6.0
        import PackageDescription

        let package = Package(name: "App", targets: [.target(name: "App")])

        """
    private static let source =
        "import Foundation\n\nfunc load(_ url: URL) async throws -> Data {\n    try Data(contentsOf: url)\n}\n"

    private func folder(_ configuration: String) throws -> TemporaryFolder {
        try TemporaryFolder([
            "Package.swift": Self.manifest, "Sources/App/a.swift": Self.source, ".unblock.yml": configuration,
        ])
    }

    @Test func theManifestIsShownFirstAndChanged() async throws {
        let folder = try folder("fixes: { style: executor-future, package: ../unblock }\n")
        defer { folder.remove() }
        let program = Program(folder: folder)
        let diff = try await program.run("lint", "--color", "never", "--no-simulate", "--fix", "--diff", ".")
        #expect(diff.output.hasPrefix("--- a/Package.swift\n"), "\(diff.output)\(diff.errors)")
        #expect(try folder.read("Package.swift") == Self.manifest)
        let result = try await program.run("lint", "--no-simulate", "--fix", ".")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let manifest = try folder.read("Package.swift")
        #expect(manifest.contains(#"dependencies: [.package(path: "../unblock")], targets:"#), "\(manifest)")
        #expect(manifest.contains(#"[.product(name: "ExecutorFutures", package: "unblock")]"#), "\(manifest)")
        #expect(try folder.read("Sources/App/a.swift").contains("import ExecutorFutures\n"))
    }

    @Test func nothingIsChangedWhereNobodySaysWhereThePackageIs() async throws {
        let folder = try folder("fixes: { style: executor-future }\n")
        defer { folder.remove() }
        let result = try await Program(folder: folder).run("lint", "--no-simulate", "--fix", ".")
        #expect(result.status == 2)
        #expect(result.errors.contains("'Package.swift' does not depend on ExecutorFutures"), "\(result.errors)")
        #expect(try folder.read("Sources/App/a.swift") == Self.source)
    }
}
