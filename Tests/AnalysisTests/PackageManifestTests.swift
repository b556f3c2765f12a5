import SwiftParsing
import Testing

struct PackageManifestTests {
    private func targets(_ text: String) -> [PackageManifest.Target] { PackageManifest.parse(Array(text.utf8)).targets }

    @Test func everyKindOfTargetIsRead() {
        let text = """
            import PackageDescription
            let package = Package(
                name: "demo", products: [.library(name: "A", targets: ["A"])],
                dependencies: [.package(url: "https://example.org/x.git", from: "1.0.0")],
                targets: [
                    .target(name: "A", dependencies: ["B", .product(name: "X", package: "x"), .target(name: "C")]),
                    .executableTarget(name: "E", path: "Programs/E"), .testTarget(name: "T"), .macro(name: "M"),
                    .plugin(name: "P", capability: .buildTool()),
                ])
            """
        #expect(PackageManifest.parse(Array(text.utf8)).name == "demo")
        #expect(
            targets(text) == [
                .init(name: "A", kind: .library, dependencies: ["B", "X", "C"]),
                .init(name: "E", kind: .executable, path: "Programs/E"), .init(name: "T", kind: .test),
                .init(name: "M", kind: .macro), .init(name: "P", kind: .plugin),
            ])
    }

    @Test func dependenciesOfVariablesAndSumsAreRead() {
        let text = """
            let driver: [Target.Dependency]
            if isSmall { driver = [] } else { driver = [.product(name: "Driver", package: "driver")] }
            var more: [Target.Dependency] = ["More"]
            more += ["Last"]
            let package = Package(
                products: [.library(name: "Tools-auto", targets: ["A", "B"]), .executable(name: "E", targets: ["E"])],
                targets: [.target(name: "A", dependencies: ["B"] + driver + more + ours(["C"]))])
            """
        #expect(targets(text).map(\.dependencies) == [["B", "Driver", "More", "Last", "C"]])
        #expect(PackageManifest.parse(Array(text.utf8)).products == ["Tools-auto": ["A", "B"]])
    }

    @Test(arguments: [
        "targets: [.target(name: \"A\", swiftSettings: [.defaultIsolation(MainActor.self)])]",
        "targets: [.target(name: \"A\", swiftSettings: [.defaultIsolation( MainActor.self , .when(platforms: [.iOS]))])]",
        "targets: [.target(name: \"A\", swiftSettings: [.unsafeFlags([\"-default-isolation\", \"MainActor\"])])]",
        "targets: [.target(name: \"A\", swiftSettings: settings + [.define(\"X\")])]",
        "targets: [.target(name: \"A\")])\nfor target in package.targets { target.swiftSettings = settings }\nprint(",
        "targets: [library(\"A\")]",
    ])
    func defaultIsolationIsFoundWhereverItIsSaid(arguments: String) {
        let text = """
            let settings: [SwiftSetting] = [.defaultIsolation(MainActor.self)]
            func library(_ name: String) -> Target { .target(name: name, swiftSettings: settings) }
            let package = Package(name: "p", \(arguments))
            """
        #expect(targets(text) == [.init(name: "A", kind: .library, defaultGlobalActor: "MainActor")])
    }

    @Test func otherIsolationIsNone() {
        let text = "let package = Package(targets: [.target(name: \"A\", swiftSettings: [.defaultIsolation(nil)])])"
        #expect(targets(text).map(\.defaultGlobalActor) == [nil])
    }

    @Test(arguments: ["", "let package = Package(", ".target(name:", ".target(name: \"\\(x)\")", "}}}}"])
    func brokenManifestsGiveNoTargets(text: String) {
        #expect(targets(text).isEmpty)
    }
}
