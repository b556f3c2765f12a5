#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A system call that failed: what was attempted, and the system's error number.
struct SystemError: Error, Hashable, CustomStringConvertible {
    var call: String
    var code: Int32

    /// Whether the same call may succeed later, because only something has run out.
    var isShortage: Bool {
        [EAGAIN, ENOMEM, EMFILE, ENFILE, ENOBUFS].contains(code)
    }

    var description: String { "\(call): \(Self.text(of: code))" }

    /// `No such file or directory (error 2)`.
    static func text(of code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        _ = strerror_r(code, &buffer, buffer.count)
        let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.isEmpty ? "error \(code)" : "\(text) (error \(code))"
    }
}
