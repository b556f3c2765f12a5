#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Replaces a file by a new report in one step.
///
/// The report is written beside the file and renamed over it, so that a reader finds the old report or the new one,
/// never a part. Symbolic links are followed and stay; an existing file keeps its mode. Devices and pipes are written
/// to directly.
package enum ReportFile {
    /// - Parameters:
    ///   - path: the file to create or replace; its folder must exist.
    ///   - body: writes the content; what it throws leaves the old file as it was.
    package static func replace(
        _ path: String, with body: (any ByteSink) throws(ReportError) -> Void
    ) throws(ReportError) {
        let target = followingLinks(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        let type = status.st_mode & S_IFMT
        if exists, type == S_IFDIR { throw ReportError.system("cannot write \(path)", EISDIR) }
        if exists, type != S_IFREG { return try writeDirectly(path, body) }

        let (descriptor, temporary) = try createTemporary(beside: target, for: path)
        var renamed = false
        defer { if !renamed { unlink(temporary) } }
        do {
            defer { close(descriptor) }
            if exists { fchmod(descriptor, status.st_mode & 0o7777) }
            try body(FileDescriptorSink(descriptor, name: path))
            // A full disk on a network file system shows only here.
            guard fsync(descriptor) == 0 || errno == EINVAL else {
                throw ReportError.system("cannot write \(path)", errno)
            }
        }
        guard rename(temporary, target) == 0 else { throw ReportError.system("cannot replace \(path)", errno) }
        renamed = true
    }

    private static func writeDirectly(
        _ path: String, _ body: (any ByteSink) throws(ReportError) -> Void
    ) throws(ReportError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReportError.system("cannot open \(path)", errno) }
        defer { close(descriptor) }
        try body(FileDescriptorSink(descriptor, name: path))
    }

    /// A new file in the target's folder; mode 0666 lets the user's umask decide, as for any new file.
    private static func createTemporary(
        beside target: String, for path: String
    ) throws(ReportError) -> (descriptor: Int32, path: String) {
        let (folder, name) = split(target)
        for attempt in 0..<100 {
            // The name is cut: with the additions it must stay below the 255 bytes of file systems.
            let temporary = "\(folder).\(name.utf8.count > 200 ? "report" : name).\(getpid()).\(attempt).tmp"
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, temporary) }
            guard errno == EEXIST else { throw ReportError.system("cannot create \(path)", errno) }
        }
        throw ReportError(
            "cannot create \(path): its folder is full of unfinished reports", advice: "remove `.*.tmp` there")
    }

    /// The file that a chain of links ends at, whether it exists or not; the path itself when it is no link.
    private static func followingLinks(_ path: String) -> String {
        var path = path
        for _ in 0..<40 {
            let capacity = 4096
            var buffer = [CChar](repeating: 0, count: capacity)
            let count = readlink(path, &buffer, capacity)
            guard count > 0, count < capacity else { break }
            let link = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : split(path).folder + link
        }
        return path
    }

    /// The folder with its slash, empty for the working directory, and the last component.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}
