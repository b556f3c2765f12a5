/// The questions that the workspace asks a file system; tests answer them from memory.
package protocol FileSystem: Sendable {
    /// What a path leads to, links followed; `nil` when nothing is there or it may not be known.
    func status(of path: String) -> FileStatus?
    /// The names in a directory without `.` and `..`, in any order.
    func entries(of directory: String) throws(FileFailure) -> [DirectoryEntry]
    /// The bytes of a file, read once.
    ///
    /// - Parameter limit: a file of more bytes is refused before it is read.
    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8]
    /// Puts the bytes in place of whatever was there; a reader sees the old file or the new one, never a part.
    func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure)
}

/// What stands at a path.
package struct FileStatus: Sendable, Hashable {
    package enum Kind: Sendable { case file, directory, other }

    package var kind: Kind
    /// The same for two paths exactly when they lead to the same file.
    package var identity: FileIdentity
    /// In bytes.
    package var size: Int

    /// When the content was last written, in nanoseconds since 1970; `nil` when the file system does not say.
    package var modified: Int?

    package init(kind: Kind, identity: FileIdentity, size: Int, modified: Int? = nil) {
        self.modified = modified
        self.kind = kind
        self.identity = identity
        self.size = size
    }
}

/// Device and inode.
package struct FileIdentity: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64

    package init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}

/// One name in a directory.
package struct DirectoryEntry: Sendable, Hashable {
    package enum Kind: Sendable {
        case file, directory, link, other
        /// The file system does not say without a further question.
        case unknown
    }

    package var name: String
    package var kind: Kind

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// Why a file could not be used, in words that follow the file's name.
package struct FileFailure: Error, Sendable, Hashable {
    package var path: String
    /// "cannot be read: Permission denied"
    package var reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
