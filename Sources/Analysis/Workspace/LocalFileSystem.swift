#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file system of this machine.
package struct LocalFileSystem: FileSystem {
    package init() {}

    package func status(of path: String) -> FileStatus? {
        var raw = stat()
        guard stat(path, &raw) == 0 else { return nil }
        return FileStatus(raw)
    }

    package func entries(of directory: String) throws(FileFailure) -> [DirectoryEntry] {
        guard let stream = opendir(directory) else { throw .unreadable(directory) }
        defer { closedir(stream) }
        var entries: [DirectoryEntry] = []
        while let raw = readdir(stream) {
            let name = withUnsafePointer(to: &raw.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if name == "." || name == ".." { continue }
            entries.append(DirectoryEntry(name: name, kind: .init(raw.pointee.d_type)))
        }
        return entries
    }

    package func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        // Without O_NONBLOCK the open of a FIFO would wait for a writer that may never come.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        var raw = stat()
        guard fstat(descriptor, &raw) == 0 else { throw .unreadable(path) }
        let status = FileStatus(raw)
        guard status.kind != .directory else { throw FileFailure(path: path, reason: "is a directory") }
        guard status.kind == .file else { throw FileFailure(path: path, reason: "is not a regular file") }
        guard status.size <= limit else { throw .tooLarge(path, size: status.size, limit: limit) }
        // One byte more than the size, so that a file that has grown since is noticed.
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: status.size + 1) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            while count < buffer.count {
                let received = Self.readOnce(descriptor, base + count, buffer.count - count)
                if received < 0 && errno == EINTR { continue }
                if received < 0 { failure = errno }
                if received <= 0 { break }
                count += received
            }
        }
        guard failure == 0 else { throw .unreadable(path, code: failure) }
        guard bytes.count <= status.size else {
            throw FileFailure(path: path, reason: "changed while it was being read: run again")
        }
        return bytes
    }

    /// Symbolic links are followed and stay; an existing file keeps its mode.
    package func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
        try stage(path, with: bytes).commit()
    }

    /// Bytes that lie on the disk beside the file whose place they are to take.
    package struct StagedFile: Sendable {
        fileprivate let path: String
        fileprivate let target: String
        fileprivate let temporary: String

        package func commit() throws(FileFailure) {
            guard rename(temporary, target) != 0 else { return }
            let failure = errno
            unlink(temporary)
            throw .unwritable(path, code: failure)
        }

        package func discard() { unlink(temporary) }
    }

    /// Writes what is to take a file's place, without touching the file.
    package func stage(_ path: String, with bytes: [UInt8]) throws(FileFailure) -> StagedFile {
        let target = Self.followingLinks(path)
        var old = stat()
        let exists = stat(target, &old) == 0
        if exists, old.st_mode & 0o222 == 0 { throw FileFailure(path: path, reason: "is read-only") }
        if exists, access(target, W_OK) != 0 { throw .unwritable(path) }
        let temporary = "\(target).\(getpid()).tmp"
        // What an earlier process of this number left behind may have been cut off.
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .unwritable(path) }
        if exists { fchmod(descriptor, old.st_mode & 0o7777) }
        var failure = Self.writeAll(bytes, to: descriptor)
        // A full disk on a network file system shows only here.
        if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
        close(descriptor)
        if failure == 0 { return StagedFile(path: path, target: target, temporary: temporary) }
        unlink(temporary)
        throw .unwritable(path, code: failure)
    }

    /// - Returns: the error number, 0 when all went well.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                guard let base = buffer.baseAddress else { return 0 }
                let count = write(descriptor, base + done, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return errno }
                done += count
            }
            return 0
        }
    }

    /// The file that a chain of links ends at, whether it exists or not.
    private static func followingLinks(_ path: String) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink(path, &buffer, buffer.count)
            guard count > 0, count < buffer.count else { break }
            let link = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = FilePath.absolute(link, in: FilePath.parent(path) ?? "/")
        }
        return path
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }
}

extension FileFailure {
    fileprivate static func unreadable(_ path: String, code: Int32 = errno) -> FileFailure {
        if code == ENOENT {
            return FileFailure(path: path, reason: "is not there: it may have been removed since it was listed")
        }
        return FileFailure(path: path, reason: "cannot be read: \(String(cString: strerror(code)))")
    }

    fileprivate static func unwritable(_ path: String, code: Int32 = errno) -> FileFailure {
        FileFailure(path: path, reason: "cannot be written: \(String(cString: strerror(code)))")
    }

    /// The message that a file above the size limit gets.
    package static func tooLarge(_ path: String, size: Int, limit: Int) -> FileFailure {
        let mebibyte = Double(1 << 20)
        func text(_ bytes: Int) -> String {
            let tenths = Int((Double(bytes) / mebibyte * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10) MiB" : "\(tenths / 10).\(tenths % 10) MiB"
        }
        return FileFailure(
            path: path,
            reason: "has \(text(size)), more than the limit of \(text(limit)): exclude it or raise the limit")
    }
}

extension FileStatus {
    fileprivate init(_ raw: stat) {
        let kind: Kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            default: .other
            }
        #if canImport(Darwin)
            let time = raw.st_mtimespec
        #else
            let time = raw.st_mtim
        #endif
        self.init(
            kind: kind,
            identity: FileIdentity(
                device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(truncatingIfNeeded: raw.st_ino)),
            size: Int(raw.st_size),
            modified: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec))
    }
}

extension DirectoryEntry.Kind {
    fileprivate init(_ type: UInt8) {
        self =
            switch Int(type) {
            case Int(DT_REG): .file
            case Int(DT_DIR): .directory
            case Int(DT_LNK): .link
            case Int(DT_UNKNOWN): .unknown
            default: .other
            }
    }
}
