#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Whole files, for threads that may block.
enum FileContents {
    /// - Returns: a descriptor that the caller has to close.
    static func open(_ path: String, _ flags: Int32, permissions: mode_t = 0) throws(StreamError) -> Int32 {
        let number = systemOpen(path, flags | O_CLOEXEC, permissions)
        guard number >= 0 else { throw .refused(call: "opening '\(path)'", code: errno) }
        return number
    }

    static func read(_ path: String) throws(StreamError) -> [UInt8] {
        let file = StreamDescriptor(try open(path, O_RDONLY), kind: .file)
        var status = stat()
        // It may be wrong by now, and is 0 for the files of `/proc`.
        let size = fstat(file.number, &status) == 0 ? Int(status.st_size) : 0
        var bytes: [UInt8] = []
        while true {
            let block = try file.readBlocking(max(size - bytes.count, 0) + 4096)
            if block.isEmpty { return bytes }
            if bytes.isEmpty { bytes = block } else { bytes += block }
        }
    }

    static func replace(_ path: String, with bytes: [UInt8]) throws(StreamError) {
        let target = resolvingLinks(path)
        let new = "\(target).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new"
        let file = StreamDescriptor(try open(new, O_WRONLY | O_CREAT | O_EXCL, permissions: 0o666), kind: .file)
        do throws(StreamError) {
            var status = stat()
            if stat(target, &status) == 0 { fchmod(file.number, status.st_mode & 0o7777) }
            var rest = bytes[...]
            while !rest.isEmpty { rest = rest.dropFirst(try file.writeBlocking(rest)) }
            guard fsync(file.number) == 0, rename(new, target) == 0 else {
                throw StreamError.refused(call: "replacing '\(path)'", code: errno)
            }
        } catch {
            unlink(new)
            throw error
        }
    }

    private static func resolvingLinks(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

// The method above hides the function of the same name.
private func systemOpen(_ path: String, _ flags: Int32, _ permissions: mode_t) -> Int32 {
    open(path, flags, permissions)
}
