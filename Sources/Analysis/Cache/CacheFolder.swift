#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// A folder of the disk as a cache: one file for each entry, in 64 folders that are each kept below a size.
///
/// Many processes may use one folder at the same time, and each may be killed at any moment: an entry appears whole,
/// by a rename, or not at all. A folder that cannot be written is only read; one that is not there holds nothing.
package final class CacheFolder: CacheStore {
    private let root: String
    /// Bytes that each of the folders may hold.
    private let limit: Int
    private let state = Mutex(State())

    private struct State {
        var isReadOnly = false
        var isTagged = false
        /// Folders that this process has written to.
        var touched: Set<String> = []
        var written = 0
    }

    private static let folders = 64
    /// Larger entries are not kept: nothing that is worth a cache makes them.
    private static let maximumEntry = 64 << 20

    /// - Parameters:
    ///   - root: is made when something is written.
    ///   - limit: bytes; about as much is kept, the most recently used first.
    package init(_ root: String, limit: Int = 512 << 20) {
        self.root = FilePath.join(root, "v1")
        self.limit = max(1, limit / Self.folders)
    }

    package func read(_ name: ContentHash) -> [UInt8]? {
        guard let bytes = try? LocalFileSystem().read(path(of: name), limit: Self.maximumEntry) else { return nil }
        // Says that it was of use; on a read-only disk it fails, which does no harm.
        utimensat(AT_FDCWD, path(of: name), nil, 0)
        return bytes
    }

    package func write(_ name: ContentHash, _ bytes: [UInt8]) {
        guard bytes.count <= Self.maximumEntry, bytes.count <= limit else { return }
        let number = state.withLock { state -> Int? in
            state.written += 1
            return state.isReadOnly ? nil : state.written
        }
        guard let number else { return }
        let folder = folder(of: name)
        let temporary = FilePath.join(folder, ".\(getpid())-\(number).tmp")
        guard let descriptor = create(temporary, in: folder) else {
            state.withLock { $0.isReadOnly = true }
            return
        }
        let isWhole = Self.write(bytes, to: descriptor)
        close(descriptor)
        if !isWhole || rename(temporary, path(of: name)) != 0 {
            unlink(temporary)
            state.withLock { $0.isReadOnly = true }
            return
        }
        state.withLock { _ = $0.touched.insert(folder) }
    }

    package func trim() {
        let touched = state.withLock { state in
            defer { state.touched = [] }
            return state.touched.sorted()
        }
        for folder in touched { trim(folder) }
    }

    // MARK: Places

    private func folder(of name: ContentHash) -> String {
        let number = String(name.high >> 58, radix: 16)
        return FilePath.join(root, number.count < 2 ? "0" + number : number)
    }

    private func path(of name: ContentHash) -> String { FilePath.join(folder(of: name), name.text) }

    /// - Returns: a descriptor to write to.
    private func create(_ path: String, in folder: String) -> Int32? {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var descriptor = open(path, flags, 0o600)
        if descriptor < 0, errno == ENOENT {
            makeFolders(folder)
            descriptor = open(path, flags, 0o600)
        } else if descriptor < 0, errno == EEXIST {
            // A process of the same number left it behind.
            unlink(path)
            descriptor = open(path, flags, 0o600)
        }
        return descriptor < 0 ? nil : descriptor
    }

    /// Makes a folder and those above it.
    private func makeFolders(_ folder: String) {
        var missing: [String] = []
        var next = Optional(folder)
        while let path = next, access(path, F_OK) != 0 {
            missing.append(path)
            next = FilePath.parent(path)
        }
        for path in missing.reversed() { mkdir(path, 0o700) }
        let isTagged = state.withLock { state in
            defer { state.isTagged = true }
            return state.isTagged
        }
        if !isTagged { tag() }
    }

    /// Tells backup programs that nothing here is worth keeping.
    private func tag() {
        let path = FilePath.join(root, "CACHEDIR.TAG")
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        _ = Self.write(Array("Signature: 8a477f597d28d172789f06886806bc55\n".utf8), to: descriptor)
        close(descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let count = systemWrite(descriptor, base + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, buffer, count)
        #else
            Darwin.write(descriptor, buffer, count)
        #endif
    }

    // MARK: Room

    /// Removes what was used least recently until three quarters of the room are taken.
    private func trim(_ folder: String) {
        guard let entries = try? LocalFileSystem().entries(of: folder) else { return }
        var files: [(used: Int, size: Int, path: String)] = []
        for entry in entries {
            let path = FilePath.join(folder, entry.name)
            guard let status = LocalFileSystem().status(of: path), status.kind == .file else { continue }
            files.append((status.modified ?? 0, status.size, path))
        }
        var total = files.reduce(0) { $0 + $1.size }
        guard total > limit else { return }
        files.sort { ($0.used, $0.path) < ($1.used, $1.path) }
        for file in files where total > limit / 4 * 3 {
            unlink(file.path)
            total -= file.size
        }
    }
}
