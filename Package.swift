// swift-tools-version: 6.2
import PackageDescription

// Targets are listed bottom-up: a target depends only on targets above it. ARCHITECTURE.md has the reasons.

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

/// A program for readers of the library's documentation; its Python counterpart lies beside it.
func example(_ name: String, python: String) -> Target {
    .executableTarget(
        name: name, dependencies: ["ExecutorFutures"], path: "Examples/\(name)", exclude: [python],
        swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let syntax: [Target.Dependency] = [
    .product(name: "SwiftSyntax", package: "swift-syntax"),
    .product(name: "SwiftParser", package: "swift-syntax"),
]

let package = Package(
    name: "unblock",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ExecutorFutures", targets: ["ExecutorFutures"]),
        .library(name: "SimulatedExecution", targets: ["SimulatedExecution"]),
        .executable(name: "unblock", targets: ["unblock"]),
        .plugin(name: "UnblockLint", targets: ["UnblockLint"]),
        .plugin(name: "UnblockFix", targets: ["UnblockFix"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax.git", from: "603.0.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.0.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    ],
    targets: [
        library("SourceModel"),
        .target(name: "CEventLoop"),
        library("ExecutorFutures", ["CEventLoop"]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        library("RuleCatalogue", ["SourceModel", "Yams"]),
        library("SwiftParsing", ["SourceModel"] + syntax),
        library("SimulatedExecution", ["ExecutorFutures"]),
        library("ProgramModel", ["SourceModel", "RuleCatalogue", "SwiftParsing"] + syntax),
        .target(name: "CIndexStore", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        library("IndexStore", ["CIndexStore", "ProgramModel"]),
        library("Rules", ["SourceModel", "RuleCatalogue", "ProgramModel"]),
        library(
            "Fixes", ["SourceModel", "RuleCatalogue", "SwiftParsing", "ProgramModel", "Rules"] + syntax),
        library(
            "Verdicts",
            ["SourceModel", "ExecutorFutures", "RuleCatalogue", "SimulatedExecution", "ProgramModel", "Rules"]),
        library(
            "Analysis",
            [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "SwiftParsing", "ProgramModel", "IndexStore",
                "Rules",
                "Fixes", "Verdicts",
            ]),
        library("Reporting", ["SourceModel", "CLibXML2"]),
        library("LanguageServerProtocol"),
        library(
            "LanguageServer",
            [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "Fixes", "Analysis", "Reporting",
                "LanguageServerProtocol",
            ]),
        .executableTarget(
            name: "unblock",
            dependencies: [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "SimulatedExecution", "ProgramModel", "IndexStore",
                "Verdicts", "Analysis", "Reporting", "LanguageServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings),
        .plugin(
            name: "UnblockLint",
            capability: .command(
                intent: .custom(verb: "unblock", description: "Report the calls that block async code.")),
            dependencies: ["unblock"], path: "Plugins/Lint"),
        .plugin(
            name: "UnblockFix",
            capability: .command(
                intent: .custom(
                    verb: "unblock-fix", description: "Fix the calls that block async code, where that is safe."),
                permissions: [.writeToPackageDirectory(reason: "Fixes are written into the sources.")]),
            dependencies: ["unblock"], path: "Plugins/Fix"),
        .executableTarget(
            name: "unblock-generate",
            dependencies: ["SourceModel", "RuleCatalogue"],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "unblock-bench",
            dependencies: [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "SwiftParsing", "SimulatedExecution", "ProgramModel",
                "IndexStore", "Verdicts", "Analysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + syntax,
            path: "Benchmarks/Lint",
            exclude: ["run.sh", "semgrep.yml"],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "unblock-fuzz",
            dependencies: [
                "ExecutorFutures", "RuleCatalogue", "Analysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Fuzz",
            swiftSettings: swiftSettings),
        .target(
            name: "FidelityScenarios", dependencies: ["SimulatedExecution"], path: "fixtures/simulation/scenarios",
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "unblock-fidelity",
            dependencies: ["ExecutorFutures", "SimulatedExecution", "FidelityScenarios"],
            path: "Benchmarks/Fidelity",
            exclude: ["Harness", "one-core.c", "run.sh"],
            swiftSettings: swiftSettings),
        example("FetchData", python: "fetch_data.py"),
        example("BlockingWork", python: "blocking_work.py"),
        example("Together", python: "together.py"),
        .target(
            name: "TestSupport",
            dependencies: ["SourceModel", "ExecutorFutures", "RuleCatalogue", "Fixes", "Analysis"],
            path: "Tests/TestSupport",
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "LoopTrace", dependencies: ["ExecutorFutures"], path: "Tests/LoopTrace",
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "ProcessWorker", dependencies: ["ExecutorFutures"], path: "Tests/ProcessWorker",
            swiftSettings: swiftSettings),
        tests("ExecutorFuturesTests", ["ExecutorFutures", "LoopTrace", "ProcessWorker"]),
        tests(
            "SimulatedExecutionTests", ["ExecutorFutures", "SimulatedExecution"],
            exclude: ["Trace/Golden", "Classics/Schedules.txt"]),
        tests("RuleCatalogueTests", ["SourceModel", "RuleCatalogue", "unblock-generate"]),
        tests("SwiftParsingTests", ["SourceModel", "SwiftParsing"]),
        tests("CollectingTests", ["SourceModel", "SwiftParsing", "ProgramModel"]),
        tests("IndexStoreTests", ["IndexStore"]),
        tests("LinkingTests", ["RuleCatalogue", "SwiftParsing", "ProgramModel", "TestSupport"]),
        tests(
            "VerdictsTests",
            [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "SwiftParsing", "SimulatedExecution", "ProgramModel",
                "Rules", "Verdicts", "TestSupport",
            ]),
        tests(
            "AnalysisTests",
            [
                "SourceModel", "ExecutorFutures", "RuleCatalogue", "SwiftParsing", "ProgramModel", "IndexStore",
                "Analysis", "TestSupport",
            ]),
        tests("ReportingTests", ["SourceModel", "CLibXML2", "Reporting"], exclude: ["Golden"]),
        tests("LanguageServerProtocolTests", ["LanguageServerProtocol"]),
        tests(
            "LanguageServerTests",
            [
                "SourceModel", "ExecutorFutures", "SimulatedExecution", "Analysis", "LanguageServerProtocol",
                "LanguageServer", "TestSupport",
            ]),
        tests("FixtureTests", ["SourceModel", "Analysis", "TestSupport"]),
        tests(
            "CommandTests", ["SourceModel", "ExecutorFutures", "RuleCatalogue", "Analysis", "Reporting", "unblock"]),
        tests(
            "CompilerTests",
            ["SourceModel", "ExecutorFutures", "SimulatedExecution", "RuleCatalogue", "Analysis", "TestSupport"],
            exclude: ["Harness"]),
        tests(
            "FixesTests", ["SourceModel", "ExecutorFutures", "SwiftParsing", "Fixes", "Analysis", "TestSupport"]),
        tests("ChainTests", ["Analysis", "RuleCatalogue", "TestSupport", "unblock-bench"]),
        tests("TidyTests", []),
    ]
)
