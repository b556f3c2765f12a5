import Analysis
import RuleCatalogue
import TestSupport
import Testing

struct ModuleTests {
    /// Module of each file, by path, when the files' directory is asked for.
    private func modules(_ files: [String: String], arguments: [String] = ["."]) async throws -> [String: Module] {
        let disk = Dictionary(uniqueKeysWithValues: files.map { ("/w/Top/" + $0.key, $0.value) })
        var request = WorkspaceRequest(workingDirectory: "/w/Top")
        request.arguments = arguments
        let contents = try await Workspace(fileSystem: MemoryFileSystem(disk))
            .load(request, catalogue: Catalogue(rules: [], libraries: []), on: TestThreads.two)
        return Dictionary(uniqueKeysWithValues: contents.snapshot.files.map { ($0.path, $0.module) })
    }

    @Test func aManifestNamesTheModules() async throws {
        let manifest = """
            let package = Package(name: "p", targets: [
                .target(name: "App-Kit", swiftSettings: [.defaultIsolation(MainActor.self)]),
                .target(name: "Deep", path: "Code/Deep"),
                .testTarget(name: "AppTests", dependencies: [.target(name: "App-Kit")]),
                .testTarget(name: "Odd", path: "Code/Odd"),
            ])
            """
        let modules = try await modules([
            "Package.swift": manifest, "Sources/App-Kit/a/A.swift": "", "Code/Deep/B.swift": "", "Code/Odd/C.swift": "",
            "Tests/AppTests/D.swift": "", "Sources/Unlisted/E.swift": "", "scripts/f.swift": "",
        ])
        #expect(
            modules["Sources/App-Kit/a/A.swift"]
                == Module(name: "App_Kit", defaultGlobalActor: "MainActor", dependencies: []))
        #expect(modules["Code/Deep/B.swift"] == Module(name: "Deep", dependencies: []))
        #expect(modules["Code/Odd/C.swift"] == Module(name: "Odd", isTest: true, dependencies: []))
        #expect(modules["Tests/AppTests/D.swift"] == Module(name: "AppTests", isTest: true, dependencies: ["App-Kit"]))
        #expect(modules["Sources/Unlisted/E.swift"] == Module(name: "Unlisted"))
        #expect(modules["scripts/f.swift"] == Module(name: "scripts"))
        #expect(modules["Package.swift"] == Module(name: "Package_swift"))
    }

    @Test func aPackageOfOneTargetMayKeepItsFilesInSources() async throws {
        let modules = try await modules([
            "Package.swift": "let package = Package(name: \"p\", targets: [.executableTarget(name: \"tool\")])",
            "Sources/main.swift": "",
        ])
        #expect(modules["Sources/main.swift"] == Module(name: "tool", dependencies: []))
    }

    @Test func withoutAManifestFoldersDecide() async throws {
        let modules = try await modules([
            "App/View.swift": "", "Model.swift": "", "AppTests/T.swift": "", "Sources/Kit/K.swift": "",
            "App.xcodeproj/project.pbxproj": "SWIFT_DEFAULT_ACTOR_ISOLATION = MainActor;",
        ])
        #expect(modules["App/View.swift"] == Module(name: "Top", defaultGlobalActor: "MainActor"))
        #expect(modules["Model.swift"] == Module(name: "Top", defaultGlobalActor: "MainActor"))
        #expect(modules["AppTests/T.swift"]?.isTest == true)
        #expect(modules["Sources/Kit/K.swift"] == Module(name: "Kit"))
    }

    @Test func theRestOfThePackageIsReadForContext() async throws {
        let files = ["Package.swift": "", "Sources/A/a.swift": "", "Sources/A/b.swift": ""]
        let modules = try await modules(files, arguments: ["Sources/A/a.swift"])
        #expect(modules.keys.sorted() == ["Package.swift", "Sources/A/a.swift", "Sources/A/b.swift"])
    }
}
