import Foundation
import Testing

/// The order of `Package.swift` is the architecture: a module imports only from modules above it.
@Suite struct LayerTests {
    /// Bottom-up, as ARCHITECTURE.md describes them; some come in later versions.
    static let order = [
        "SourceModel", "ExecutorFutures", "CLibXML2", "RuleCatalogue", "SwiftParsing", "SimulatedExecution",
        "ProgramModel", "CIndexStore", "IndexStore", "Rules", "Fixes", "Verdicts", "Analysis", "Reporting",
        "LanguageServerProtocol",
        "LanguageServer", "unblock",
    ]

    private func manifest() throws -> PackageManifest {
        PackageManifest(text: try SourceTree.file("Package.swift").text)
    }

    @Test func targetsStandInTheOrderOfTheArchitecture() throws {
        let targets = try manifest().targets.map(\.name)
        #expect(targets.contains("unblock"))
        #expect(targets.filter { Self.order.contains($0) } == Self.order.filter { targets.contains($0) })
    }

    @Test func aTargetDependsOnlyOnTargetsAboveIt() throws {
        var above: Set<String> = []
        for target in try manifest().targets {
            for dependency in target.dependencies {
                #expect(above.contains(dependency), "\(target.name) depends on \(dependency), which stands below it")
            }
            above.insert(target.name)
        }
    }

    @Test func architectureDescribesEveryModule() throws {
        let text = try SourceTree.file("ARCHITECTURE.md").text
        for target in try manifest().targets where Self.order.contains(target.name) {
            #expect(text.contains("`\(target.name)`"), "ARCHITECTURE.md does not say what \(target.name) is for")
        }
    }

    @Test func everyFolderOfSourcesIsATarget() throws {
        let targets = Set(try manifest().targets.map(\.name))
        for file in SourceTree.sources {
            #expect(targets.contains(file.target), "\(file.path) belongs to no target of Package.swift")
        }
    }
}
