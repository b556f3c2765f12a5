import Analysis
import Synchronization
import TestSupport

/// Files in memory that come, go and change during a test.
final class ChangingFileSystem: FileSystem {
    private let disk: Mutex<MemoryFileSystem>

    init(_ files: [String: String]) { disk = Mutex(MemoryFileSystem(files)) }

    /// - Parameter text: `nil` removes the file.
    func set(_ path: String, _ text: String?) {
        disk.withLock { $0.files[path] = text.map { Array($0.utf8) } }
    }

    private var now: MemoryFileSystem { disk.withLock { $0 } }

    func status(of path: String) -> FileStatus? { now.status(of: path) }
    func entries(of directory: String) throws(FileFailure) -> [DirectoryEntry] { try now.entries(of: directory) }
    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] { try now.read(path, limit: limit) }
    func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
        disk.withLock { $0.files[path] = bytes }
    }
}
