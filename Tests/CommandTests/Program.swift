import Foundation

/// Runs the program that was built beside these tests.
struct Program {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that the program runs in.
    let folder: TemporaryFolder

    /// Where `swift build` puts programs: beside the test bundle.
    static let path: String = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let bundle = Bundle.main.bundleURL.deletingLastPathComponent()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let candidates = [own, bundle, root.appending(path: ".build/debug")].map { $0.appending(path: "unblock").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[2]
    }()

    /// Runs to the end; both streams go to files, so that neither can fill up.
    ///
    /// - Parameters:
    ///   - environment: what the program sees, in addition to `PATH`.
    ///   - input: what stands on standard input.
    func run(
        _ arguments: String..., environment: [String: String] = [:], input: String = ""
    ) throws -> Outcome {
        try run(arguments, environment: environment, input: input)
    }

    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Outcome {
        let streams = try TemporaryFolder()
        defer { streams.remove() }
        try streams.write("in", input)
        try streams.write("out", "")
        try streams.write("err", "")
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = environment.merging(["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]) {
            given, _ in
            given
        }
        process.standardInput = FileHandle(forReadingAtPath: streams.path(of: "in"))
        process.standardOutput = FileHandle(forWritingAtPath: streams.path(of: "out"))
        process.standardError = FileHandle(forWritingAtPath: streams.path(of: "err"))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try streams.read("out"), errors: try streams.read("err"))
    }

    /// Runs a line of `sh`, in which `$UNBLOCK` is the program.
    func shell(_ line: String) throws -> Outcome {
        let streams = try TemporaryFolder()
        defer { streams.remove() }
        try streams.write("out", "")
        try streams.write("err", "")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(["UNBLOCK": Self.path]) { _, given in given }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: streams.path(of: "out"))
        process.standardError = FileHandle(forWritingAtPath: streams.path(of: "err"))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try streams.read("out"), errors: try streams.read("err"))
    }
}
