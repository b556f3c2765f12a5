#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file that this process runs.
enum Executable {
    /// Differs between two builds of the same version: the version, and size and time of the file. `nil` when the file
    /// cannot be asked.
    static var identity: String? {
        var raw = stat()
        guard let path, stat(path, &raw) == 0 else { return nil }
        #if canImport(Darwin)
            let time = raw.st_mtimespec
        #else
            let time = raw.st_mtim
        #endif
        return "\(Version.current) \(raw.st_size) \(time.tv_sec).\(time.tv_nsec)"
    }

    /// Where the program can be started from again.
    static var path: String? {
        #if canImport(Darwin)
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
            return "/proc/self/exe"
        #endif
    }
}
