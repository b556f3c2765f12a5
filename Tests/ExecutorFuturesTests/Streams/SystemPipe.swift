#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A pipe whose ends streams take over, and other descriptors as programs get them: blocking and open.
struct SystemPipe {
    let reader: Int32
    let writer: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(number: Int(errno)) }
        (reader, writer) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    static func open(_ path: String, _ flags: Int32 = O_RDONLY) throws -> Int32 {
        let number = systemOpen(path, flags | O_CLOEXEC)
        guard number >= 0 else { throw Failure(number: Int(errno)) }
        return number
    }

    /// Both sides of a new terminal that neither echoes nor waits for whole lines.
    static func terminal() throws -> (master: Int32, slave: Int32) {
        #if canImport(Darwin)
            let master = posix_openpt(O_RDWR | O_NOCTTY)
            guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
                throw Failure(number: Int(errno))
            }
            let slave = try open(String(cString: name), O_RDWR | O_NOCTTY)
        #else
            // The functions of the standard do not reach Swift; these are what they do. TIOCSPTLCK and TIOCGPTN.
            let master = try open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var number: Int32 = 0
            guard ioctl(master, 0x4004_5431, &number) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
                throw Failure(number: Int(errno))
            }
            let slave = try open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        #endif
        var settings = termios()
        tcgetattr(slave, &settings)
        cfmakeraw(&settings)
        tcsetattr(slave, TCSANOW, &settings)
        return (master, slave)
    }

    static func isNonBlocking(_ descriptor: Int32) -> Bool { fcntl(descriptor, F_GETFL) & O_NONBLOCK != 0 }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
