#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why a stream could not be read or written.
///
/// A stream also throws `CancellationError` when its task is cancelled, and what the loop or an executor throws.
public enum StreamError: Error, Hashable, Sendable {
    /// The stream ended before there was what was asked for; `IncompleteReadError` in asyncio.
    /// - partial: what was there. It is taken out of the stream.
    case endedEarly(partial: [UInt8])
    /// More than `limit` bytes came without an end of the line or of the message; `LimitOverrunError` in asyncio.
    /// Nothing is taken out of the stream.
    case limitExceeded(limit: Int)
    /// Nobody reads at the other end any more. No signal is raised for it.
    case brokenPipe
    /// The peer has given up the connection, and what was under way is lost.
    case connectionReset
    /// This end was closed before.
    case closed
    /// Another task waits for bytes of this reader.
    case busy
    /// A count below the least that makes sense.
    case invalidCount(Int)
    /// Something for which the system has no room, such as a path that is too long for a socket.
    case invalidAddress(String)
    /// The name of a host is not known, or cannot be looked up now.
    case unknownHost(String, reason: String)
    /// The system refused a call; `code` is its error number.
    case refused(call: String, code: Int32)
}

extension StreamError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .endedEarly(let partial):
            "the stream ended in the middle of what was to be read, after \(partial.count) bytes of it: "
                + "look for the reason at the other end"
        case .limitExceeded(let limit):
            "more than \(limit) bytes came without an end: raise the limit, or close the connection"
        case .brokenPipe:
            "nobody reads at the other end of the stream any more: stop writing"
        case .connectionReset:
            "the peer has given up the connection: connect again"
        case .closed:
            "the stream was closed before, at this end: use it before `close()` or `finish()`"
        case .busy:
            "another task waits for bytes of this reader: let one task read"
        case .invalidCount(let count):
            "\(count) bytes cannot be read: ask for one or more"
        case .invalidAddress(let address):
            "the system cannot express the address '\(address)': use a shorter path"
        case .unknownHost(let host, let reason):
            "host '\(host)' was not found (\(reason)): check the name and the network"
        case .refused(let call, let code):
            "\(call) failed: \(SystemError.text(of: code))"
        }
    }
}

extension StreamError {
    /// What the error number of a system call means for a stream.
    init(_ call: String, code: Int32) {
        switch code {
        case EPIPE: self = .brokenPipe
        case ECONNRESET: self = .connectionReset
        default: self = .refused(call: call, code: code)
        }
    }
}
