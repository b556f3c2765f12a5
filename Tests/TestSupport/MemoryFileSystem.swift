import Analysis

/// Files that exist only in a test; directories are there when something is in them.
package struct MemoryFileSystem: FileSystem {
    /// By absolute, normalised path.
    package var files: [String: [UInt8]]
    /// Files that are listed but gone when they are read.
    package var vanished: Set<String> = []
    /// Files and directories whose reading is refused.
    package var forbidden: Set<String> = []

    package init(_ files: [String: String] = [:]) {
        self.files = files.mapValues { Array($0.utf8) }
    }

    package func status(of path: String) -> FileStatus? {
        let identity = FileIdentity(device: 1, inode: UInt64(truncatingIfNeeded: path.hashValue))
        if let bytes = files[path] { return FileStatus(kind: .file, identity: identity, size: bytes.count) }
        guard files.keys.contains(where: { FilePath.isPath($0, within: path) }) else { return nil }
        return FileStatus(kind: .directory, identity: identity, size: 0)
    }

    package func entries(of directory: String) throws(FileFailure) -> [DirectoryEntry] {
        if forbidden.contains(directory) { throw FileFailure(path: directory, reason: "cannot be read: forbidden") }
        var kinds: [String: DirectoryEntry.Kind] = [:]
        for path in files.keys where path != directory && FilePath.isPath(path, within: directory) {
            let rest = FilePath.relative(path, to: directory).split(separator: "/")
            if let name = rest.first { kinds[String(name)] = rest.count == 1 ? .file : .directory }
        }
        return kinds.map { DirectoryEntry(name: $0.key, kind: $0.value) }
    }

    package func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        if forbidden.contains(path) { throw FileFailure(path: path, reason: "cannot be read: forbidden") }
        guard let bytes = files[path], !vanished.contains(path) else {
            throw FileFailure(path: path, reason: "is not there")
        }
        guard bytes.count <= limit else { throw .tooLarge(path, size: bytes.count, limit: limit) }
        return bytes
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
        throw FileFailure(path: path, reason: "cannot be written: this file system is constant")
    }
}
