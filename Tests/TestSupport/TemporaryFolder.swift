import Analysis
import Foundation

/// A directory that is removed when the test lets go of it.
package final class TemporaryFolder: Sendable {
    /// Absolute, without links.
    package let path: String

    /// - Throws: when the directory or one of the files cannot be made.
    package init(_ files: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("unblock-tests-\(UUID().uuidString)")
        path = FilePath.normalized(url.path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: FilePath.join(path, name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    package func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: FilePath.join(path, name), withDestinationPath: target)
    }

    /// Makes a file that long without writing what it holds: zeros.
    package func grow(_ name: String, to size: UInt64) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: FilePath.join(path, name)))
        try handle.truncate(atOffset: size)
        try handle.close()
    }
}
