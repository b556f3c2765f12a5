import Analysis
import Foundation
import TestSupport

/// Swift's compiler as it stands in `PATH`, asked what it says about some files.
enum Compiler {
    struct Diagnostic: Hashable, CustomStringConvertible {
        /// As it was given to the compiler.
        var path: String
        /// 1-based.
        var line: Int
        var isError: Bool
        var message: String

        var isNoAsync: Bool { message.contains("unavailable from asynchronous contexts") }
        var description: String { "\(path):\(line): \(message)" }
    }

    /// Type checks files as one module; in Swift 5 mode, where `noasync` is a warning and stops nothing, if not told
    /// otherwise.
    ///
    /// - Parameter modules: folders of modules that the files may import.
    /// Takes a second or two and holds the calling thread.
    /// - Throws: when `swiftc` cannot be started.
    /// - Returns: errors and warnings in the compiler's order, each once.
    static func diagnostics(
        of paths: [String], warnings: Bool, language: String = "5", modules: [String] = []
    ) throws -> [Diagnostic] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "swiftc", "-typecheck", "-swift-version", language, "-module-name", "Checked", "-diagnostic-style",
                "llvm",
            ] + (warnings ? [] : ["-suppress-warnings"]) + modules.flatMap { ["-I", $0] }
            + (paths.contains { $0.hasSuffix("/main.swift") } ? [] : ["-parse-as-library"]) + paths
        let output = Pipe()
        process.standardError = output
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        var seen: Set<Diagnostic> = []
        var result = text.split(separator: "\n").compactMap(read).filter { seen.insert($0).inserted }
        if process.terminationStatus != 0, !result.contains(where: \.isError) {
            result.append(Diagnostic(path: "swiftc", line: 0, isError: true, message: text))
        }
        return result
    }

    /// `path:line:column: error: message`; `nil` for every other line.
    private static func read(_ line: Substring) -> Diagnostic? {
        for (word, isError) in [(": error: ", true), (": warning: ", false)] {
            guard let mark = line.range(of: word) else { continue }
            let place = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard place.count >= 3, let number = Int(place[place.count - 2]) else { continue }
            let path = place.dropLast(2).joined(separator: ":")
            return Diagnostic(path: path, line: number, isError: isError, message: String(line[mark.upperBound...]))
        }
        return nil
    }
}
