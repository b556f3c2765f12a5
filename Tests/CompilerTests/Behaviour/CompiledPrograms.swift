import Analysis
import ExecutorFutures
import Foundation
import TestSupport

/// Programs of one version, compiled as one module together with a runner.
final class CompiledPrograms: Sendable {
    enum Runner: String {
        case real = "RealRunner.swift"
        case simulated = "SimulatedRunner.swift"
    }

    struct Failed: Error, CustomStringConvertible { var description: String }

    private let folder: TemporaryFolder
    private let executable: String

    /// Takes some seconds and holds the calling thread.
    ///
    /// - Parameters:
    ///   - texts: of the programs, and of what their fixes have added.
    /// - Throws: with the compiler's words when it refuses the module.
    init(_ programs: [BehaviourProgram], texts: [String: String], runner: Runner) throws {
        let harness = ProjectFolder.root + "/Tests/CompilerTests/Harness/"
        let names = Set(programs.map(\.fileName))
        var files = texts.filter { names.contains($0.key) || (runner == .real && $0.key == "BlockingExecutor.swift") }
        files["Programs.swift"] = BehaviourProgram.table(programs)
        files[runner.rawValue] = try String(contentsOfFile: harness + runner.rawValue, encoding: .utf8)
        if runner == .simulated {
            files["LoopThreads.swift"] = try String(contentsOfFile: harness + "LoopThreads.swift", encoding: .utf8)
        }
        folder = try TemporaryFolder(files)
        executable = FilePath.join(folder.path, "programs")
        let sources = files.keys.sorted().map { FilePath.join(folder.path, $0) }
        // Swift 5 mode: some of the programs do what Swift 6 mode refuses, and fixes mend.
        let arguments =
            ["swiftc", "-swift-version", "5", "-module-name", "Programs", "-parse-as-library", "-suppress-warnings"]
            + ["-Onone", "-j2", "-o", executable] + Compiler.builtModules.flatMap { ["-I", $0] } + sources
            + (try Self.objects(of: ["ExecutorFutures", "CEventLoop", "SimulatedExecution"]))
        let (status, output) = try Self.run("/usr/bin/env", arguments, in: folder.path, seconds: 300)
        guard status == 0 else { throw Failed(description: "swiftc: \(output)") }
    }

    /// What the runner prints for each name, from a process that is ended when it takes too long.
    ///
    /// Holds the calling thread.
    /// - Returns: lines by name; a name that was not reached is missing.
    func lines(_ arguments: [String], seconds: Int) throws -> [String: [String]] {
        let data = try Self.dataFolder()
        defer { try? FileManager.default.removeItem(atPath: data) }
        let (status, output) = try Self.run(executable, [data] + arguments, in: data, seconds: seconds)
        var result: [String: [String]] = [:]
        var name: String?
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") {
                name = String(line.dropFirst(3))
                result[name ?? ""] = []
            } else if let name, !line.isEmpty {
                result[name, default: []].append(String(line))
            }
        }
        guard status == 0, result.removeValue(forKey: "end") != nil else {
            throw Failed(description: "ended with \(status) in '\(name ?? "")': \(output.suffix(2_000))")
        }
        return result
    }

    /// In memory where the system offers that: the programs write files ten thousands of times, and a disk would be the
    /// measure of how long that takes.
    private static func dataFolder() throws -> String {
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        let folder = (isThere ? memory + "/" : NSTemporaryDirectory()) + "unblock-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// `timeout` ends what hangs: a blocked pool cannot end itself.
    private static func run(
        _ program: String, _ arguments: [String], in directory: String, seconds: Int
    ) throws -> (status: Int32, output: String) {
        let log = FilePath.join(directory, "output.txt")
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "-s", "KILL", "\(seconds)", program] + arguments
        process.standardInput = FileHandle.nullDevice
        let handle = FileHandle(forWritingAtPath: log)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: log, encoding: .utf8))
    }

    /// The object files that `swift build` made of some modules; those of sources that are gone stay in its folder.
    private static func objects(of modules: [String]) throws -> [String] {
        try modules.flatMap { module in
            let sources = "\(ProjectFolder.root)/Sources/\(module)"
            let names = try FileManager.default.subpathsOfDirectory(atPath: sources).map { FilePath.name($0) + ".o" }
            let folder = "\(Compiler.buildFolder)/\(module).build"
            return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
                .filter { names.contains(FilePath.name($0)) }.map { FilePath.join(folder, $0) }
        }
    }
}
