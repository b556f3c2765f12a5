import ExecutorFutures
import Foundation

/// Runs the program that was built beside these tests.
///
/// A child process is waited for on a thread of an executor, never on the cooperative pool that the tests run on.
struct Program {
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that the program runs in.
    let folder: TemporaryFolder

    private static let executor = ThreadPoolExecutor(name: "programs", maximumThreads: 4)

    /// Where `swift build` puts programs: beside the test bundle.
    static let path: String = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let bundle = Bundle.main.bundleURL.deletingLastPathComponent()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let fallback = root.appending(path: ".build/debug")
        let candidates = [own, bundle, fallback].map { $0.appending(path: "unblock").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? fallback.path
    }()

    func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

    /// - Parameters:
    ///   - environment: what the program sees, in addition to `PATH`.
    ///   - input: what stands on standard input.
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") async throws -> Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let environment = environment.merging(["PATH": path]) { given, _ in given }
        return try await start(Self.path, arguments, environment, input)
    }

    /// Runs a line of `sh`, in which `$UNBLOCK` is the program.
    func shell(_ line: String) async throws -> Outcome {
        let environment = ProcessInfo.processInfo.environment.merging(["UNBLOCK": Self.path]) { _, given in given }
        return try await start("/bin/sh", ["-c", line], environment, "")
    }

    private func start(
        _ program: String, _ arguments: [String], _ environment: [String: String], _ input: String
    ) async throws -> Outcome {
        let directory = folder.path
        return try await Self.executor.run {
            // Both streams go to files, so that neither can fill up.
            let streams = try TemporaryFolder(["in": input, "out": "", "err": ""])
            defer { streams.remove() }
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
            process.currentDirectoryURL = URL(filePath: directory)
            process.environment = environment
            process.standardInput = FileHandle(forReadingAtPath: streams.path(of: "in"))
            process.standardOutput = FileHandle(forWritingAtPath: streams.path(of: "out"))
            process.standardError = FileHandle(forWritingAtPath: streams.path(of: "err"))
            try process.run()
            process.waitUntilExit()
            let wasKilled = process.terminationReason == .uncaughtSignal
            return Outcome(
                status: process.terminationStatus + (wasKilled ? 128 : 0), output: try streams.read("out"),
                errors: try streams.read("err"))
        }
    }
}
