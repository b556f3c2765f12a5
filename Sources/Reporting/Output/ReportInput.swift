#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a report from a file for `unblock report`.
package enum ReportInput {
    /// 100 MB: what CI services accept for a whole job.
    package static let defaultLimit = 100_000_000

    /// - Parameters:
    ///   - path: a file or a pipe.
    ///   - limit: the most bytes to read; a larger file is an error, and is not read to its end.
    package static func read(_ path: String, limit: Int = defaultLimit) throws(ReportError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { throw tooLarge(path, limit: limit) }
        }
    }

    static func tooLarge(_ name: String, limit: Int) -> ReportError {
        ReportError(
            "\(name) is larger than \(Numbers.grouped(limit / 1_000_000)) MB",
            advice: "split the report and read the parts")
    }

    private static func failure(_ path: String, _ code: Int32) -> ReportError {
        let reason = ErrorCode.text(code)
        return ReportError("cannot read \(path): \(reason)", advice: "give the path of a report that you may read")
    }
}

/// `read(2)` under a name that the method above does not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
