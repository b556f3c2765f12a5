#if canImport(Darwin)
    import Darwin
#endif

/// The program that the workers of a ``ProcessPoolExecutor`` run.
public struct WorkerProgram: Sendable, Hashable {
    /// A path, absolute or relative to the working directory; it is not searched for in `PATH`.
    public var executable: String
    /// What follows the program's name on its command line.
    public var arguments: [String]
    /// Variables that replace or join those of this process.
    public var environment: [String: String]

    public init(executable: String, arguments: [String] = [], environment: [String: String] = [:]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// This program, started again without arguments.
    public static var current: WorkerProgram {
        #if canImport(Darwin)
            var size: UInt32 = 0
            _NSGetExecutablePath(nil, &size)
            var path = [CChar](repeating: 0, count: Int(size) + 1)
            _NSGetExecutablePath(&path, &size)
            return WorkerProgram(
                executable: String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        #else
            // Not what the link points to: the link still leads to this program when its file has been replaced.
            return WorkerProgram(executable: "/proc/self/exe")
        #endif
    }
}
