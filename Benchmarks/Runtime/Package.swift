// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that unblock itself never depends on the libraries it is compared with.

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "runtime-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "unblock", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.80.0"),
    ],
    targets: [
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "runtime-bench",
            dependencies: [
                "CAllocationCount",
                .product(name: "ExecutorFutures", package: "unblock"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "runtime-stress",
            dependencies: [
                .product(name: "ExecutorFutures", package: "unblock"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
    ]
)
