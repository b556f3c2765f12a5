#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes to an open file descriptor, which stays the caller's.
package final class FileDescriptorSink: ByteSink {
    private let descriptor: Int32
    private let name: String

    /// - Parameters:
    ///   - descriptor: open for writing; not closed here.
    ///   - name: what messages call it: a path, or `standard output`.
    package init(_ descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw ReportError.system("cannot write \(name)", errno)
            }
        }
    }
}

/// `write(2)` under a name that the method above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

/// The operating system's words for its error numbers.
enum ErrorCode {
    static func text(_ code: Int32) -> String {
        // Not optional with Glibc, optional elsewhere.
        let words: UnsafeMutablePointer<CChar>? = strerror(code)
        return words.map { String(cString: $0) } ?? "error \(code)"
    }
}

extension ReportError {
    /// An error of the operating system with what a person can do about it.
    static func system(_ what: String, _ code: Int32) -> ReportError {
        let reason = ErrorCode.text(code)
        let advice =
            switch code {
            case ENOSPC, EDQUOT: "free some space or choose a place on another disk"
            case EACCES, EPERM, EROFS: "choose a place that you may write to, or change its permissions"
            case ENOENT, ENOTDIR: "create the folder first, or correct the path"
            case EISDIR: "give the path of a file, not of a folder"
            case EPIPE: "the program that reads the report ended early; let it read to the end"
            default: "correct the path, or write the report somewhere else"
            }
        return ReportError("\(what): \(reason)", advice: advice)
    }
}
