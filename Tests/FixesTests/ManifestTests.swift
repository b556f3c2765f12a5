import Analysis
import Fixes
import SourceModel
import SwiftParsing
import TestSupport
import Testing

/// How a manifest gets a dependency, and when it is left alone.
struct ManifestTests {
    private let dependency = ManifestDependency(
        product: "ExecutorFutures", location: "https://example.org/unblock.git", version: "1.2.0")

    private func changed(_ manifest: String, for target: String = "App") throws -> String {
        let text = Array(manifest.utf8)
        let rewrites = try dependency.rewrites(
            for: [target], in: ParsedFile.parse(text).tree, text, path: "Package.swift")
        return String(decoding: try #require(Edits.apply(rewrites, to: text)), as: UTF8.self)
    }

    @Test func listsOfSeveralLinesGetALine() throws {
        let manifest = """
            // swift-tools-version: 6.0
            import PackageDescription

            let package = Package(
                name: "App",
                dependencies: [
                    .package(url: "https://example.org/log.git", from: "1.0.0"),  // logs
                ],
                targets: [
                    .target(
                        name: "App",
                        dependencies: [
                            .product(name: "Log", package: "log")
                        ]
                    )
                ]
            )

            """
        let expected = manifest.replacing(
            "from: \"1.0.0\"),",
            with: """
                from: "1.0.0"),
                        .package(url: "https://example.org/unblock.git", from: "1.2.0"),
                """
        ).replacing(
            ".product(name: \"Log\", package: \"log\")",
            with: """
                .product(name: "Log", package: "log"),
                                .product(name: "ExecutorFutures", package: "unblock")
                """)
        #expect(try changed(manifest) == expected)
    }

    @Test(arguments: [
        (
            #"let p = Package(name: "P", targets: [.target(name: "App")])"#,
            #"let p = Package(name: "P", dependencies: [PACKAGE], targets: [.target(name: "App", dependencies: [PRODUCT])])"#
        ),
        (
            #"let p = Package(name: "P", dependencies: [], targets: [.target(name: "App", dependencies: ["A"])])"#,
            #"let p = Package(name: "P", dependencies: [PACKAGE], targets: [.target(name: "App", dependencies: ["A", PRODUCT])])"#
        ),
        (
            #"let p = Package(name: "P", dependencies: [.package(path: "../unblock")], targets: [.testTarget(name: "App", path: "x")])"#,
            #"let p = Package(name: "P", dependencies: [.package(path: "../unblock")], targets: [.testTarget(name: "App", dependencies: [PRODUCT], path: "x")])"#
        ),
    ])
    func shortListsStayOnTheirLine(manifest: String, expected: String) throws {
        let expected = expected.replacing(
            "PACKAGE", with: #".package(url: "https://example.org/unblock.git", from: "1.2.0")"#
        ).replacing("PRODUCT", with: #".product(name: "ExecutorFutures", package: "unblock")"#)
        #expect(try changed(manifest) == expected)
        #expect(PackageManifest.parse(Array(expected.utf8)).targets.first?.dependencies.last == "ExecutorFutures")
    }

    @Test(arguments: [
        (#"let p = Package(name: "P", dependencies: all, targets: [.target(name: "App")])"#, "computed"),
        (#"let p = Package(name: "P", targets: names.map { .target(name: $0) })"#, "`App` is not written out"),
        (#"let p = Package(name: "P", targets: [.target(name: "App", dependencies: own + ["A"])])"#, "computed"),
        ("let p = make()", "does not make its package"),
    ])
    func aManifestThatComputesItsListsIsLeftAlone(manifest: String, reason: String) {
        let refusal = #expect(throws: ManifestDependency.Refusal.self) { try changed(manifest) }
        #expect(refusal?.reason.contains(reason) == true, "\(refusal?.reason ?? "")")
    }
}
