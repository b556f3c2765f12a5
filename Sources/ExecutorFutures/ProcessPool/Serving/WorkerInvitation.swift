#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a pool tells the worker that it starts, by an environment variable: that it is one, and how to report.
///
/// The socket itself is the worker's descriptor 3.
struct WorkerInvitation: Equatable {
    static let variable = "EXECUTOR_FUTURES_WORKER"
    static let descriptor: Int32 = 3

    /// A random number that seals the messages; see ``Frame``.
    var secret: UInt64
    /// The longest message, in bytes.
    var maximumMessageSize: Int

    var text: String { "\(String(secret, radix: 16)),\(maximumMessageSize)" }

    init(secret: UInt64, maximumMessageSize: Int) {
        self.secret = secret
        self.maximumMessageSize = maximumMessageSize
    }

    init?(text: String) {
        let parts = text.split(separator: ",")
        guard parts.count == 2, let secret = UInt64(parts[0], radix: 16), let size = Int(parts[1]), size > 0 else {
            return nil
        }
        self.init(secret: secret, maximumMessageSize: size)
    }

    /// The text of the invitation that this process was started with and has not followed yet.
    static var pending: String? {
        getenv(variable).map { String(cString: $0) }
    }

    /// Takes the invitation, so that programs that this process starts do not follow it as well.
    static func take() -> String? {
        defer { unsetenv(variable) }
        return pending
    }
}
