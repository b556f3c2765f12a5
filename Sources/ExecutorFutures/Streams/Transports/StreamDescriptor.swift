#if os(Linux) || os(Android)
    import CEventLoop
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open descriptor of a stream, and how to use it without blocking; closed with its last reference.
///
/// `O_NONBLOCK` belongs to the open file, which other processes may share: a shell that finds its terminal
/// non-blocking after a program has ended behaves strangely. So the flag is only set where the stream is the only user.
/// Elsewhere it is left alone, and one of three ways is taken:
/// - sockets are asked for each call not to block;
/// - pipes and terminals are opened a second time through `/proc` (Linux), which makes an open file of the stream's own;
/// - where that fails, and on Apple's systems, the system is asked before each call whether it would block. Then a call
///   can still block if another process takes the bytes or the room in between.
final class StreamDescriptor: Sendable {
    let number: Int32
    let kind: Kind

    enum Kind: Sendable {
        case socket
        /// A pipe, terminal or device with the flag set.
        case nonBlocking
        /// One whose flag must not be set.
        case blocking
        /// A regular file, folder or disk, which never says that it would block, and does.
        case file
    }

    /// Takes a descriptor that is in order already.
    init(_ number: Int32, kind: Kind) {
        self.number = number
        self.kind = kind
    }

    /// - Parameters:
    ///   - number: closed with this object if the ownership is exclusive, also when this throws.
    ///   - mode: `O_RDONLY` or `O_WRONLY`.
    convenience init(_ number: Int32, _ ownership: DescriptorOwnership, mode: Int32) throws(StreamError) {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw StreamError("fstat", code: errno) }
        let type = status.st_mode & S_IFMT
        if type == S_IFIFO || type == S_IFCHR, ownership == .shared, let own = Self.reopen(number, mode) {
            self.init(own, kind: .nonBlocking)
            return
        }
        let own = ownership == .exclusive ? number : fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { throw StreamError("dup", code: errno) }
        switch type {
        case S_IFSOCK:
            Self.refuseSignal(own)
            self.init(own, kind: .socket)
        case S_IFREG, S_IFDIR, S_IFBLK: self.init(own, kind: .file)
        default:
            if mode == O_WRONLY { _ = brokenPipeSignalIsIgnored }
            let isSet = ownership == .exclusive && fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_NONBLOCK) == 0
            self.init(own, kind: isSet ? .nonBlocking : .blocking)
        }
    }

    deinit { close(number) }

    /// The same pipe or terminal as an open file of its own; `nil` where there is no such thing.
    private static func reopen(_ number: Int32, _ mode: Int32) -> Int32? {
        #if os(Linux) || os(Android)
            // The master of a pseudo-terminal is another one when it is opened again.
            guard event_loop_is_terminal_master(number) == 0 else { return nil }
            // Terminals and pipes only: opening some devices again does something.
            var status = stat()
            guard isatty(number) == 1 || (fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO) else {
                return nil
            }
            let own = open("/proc/self/fd/\(number)", mode | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            if mode == O_WRONLY { _ = brokenPipeSignalIsIgnored }
            return own >= 0 ? own : nil
        #else
            return nil
        #endif
    }

    private static func refuseSignal(_ socket: Int32) {
        #if canImport(Darwin)
            var on: Int32 = 1
            setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }
}

/// Whether a stream is the only user of its descriptor.
public enum DescriptorOwnership: Hashable, Sendable {
    /// The stream is: it closes the descriptor, and may make it non-blocking. No other process must share the open
    /// file, as the children of a shell share its terminal.
    case exclusive
    /// Others use the same open file: the stream changes none of its flags and leaves the descriptor open.
    case shared
}

/// Makes writes to a broken pipe fail instead of ending the process, unless somebody has said what is to happen.
///
/// For the whole process, as Python, Go and Node do it, since a thread could only do it for itself with three more
/// system calls for each write. Sockets do not need it. Programs that are started by ``EventLoop/withProcess`` get the
/// default back.
private let brokenPipeSignalIsIgnored: Bool = {
    var action = sigaction()
    guard sigaction(SIGPIPE, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
        let isDefault = action.__sigaction_u.__sa_handler == nil
    #else
        let isDefault = action.__sigaction_handler.sa_handler == nil
    #endif
    if isDefault { signal(SIGPIPE, SIG_IGN) }
    return isDefault
}()
