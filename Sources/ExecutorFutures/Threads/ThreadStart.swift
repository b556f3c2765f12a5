#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a new thread is given: its name, its stack, and what it runs.
///
/// Nobody joins these threads: whoever needs to know that one ended is told by its `body`.
struct ThreadStart {
    /// Shown by debuggers, `top -H` and crash reports.
    var name: String
    /// In bytes; rounded up to what the system can give.
    var stackSize: Int
    var body: @Sendable () -> Void

    /// Starts the thread.
    /// - Returns: zero, or the system's error number; `EAGAIN` means that the process has as many threads as it may.
    func callAsFunction() -> Int32 {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let status = pthread_attr_setstacksize(&attributes, Self.stackSizeTheSystemAccepts(stackSize))
        guard status == 0 else { return status }

        let boxed = Unmanaged.passRetained(Box(self))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let result = pthread_create(&thread, &attributes, threadMain, boxed.toOpaque())
        if result != 0 { boxed.release() }
        return result
    }

    /// At least the system's minimum, and whole pages.
    private static func stackSizeTheSystemAccepts(_ size: Int) -> Int {
        let page = max(Int(sysconf(Int32(_SC_PAGESIZE))), 4096)
        // The minimum is a macro that Swift does not see on every system; 64 KiB is above it on all of them.
        let wanted = max(size, 64 * 1024)
        return (wanted + page - 1) / page * page
    }

    /// Carries a `ThreadStart` through the `void *` of `pthread_create`.
    fileprivate final class Box {
        let start: ThreadStart

        init(_ start: ThreadStart) { self.start = start }
    }
}

#if canImport(Darwin)
    private func threadMain(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        runThread(argument)
        return nil
    }
#else
    private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { runThread(argument) }
        return nil
    }
#endif

private func runThread(_ argument: UnsafeMutableRawPointer) {
    let start = Unmanaged<ThreadStart.Box>.fromOpaque(argument).takeRetainedValue().start
    #if canImport(Darwin)
        pthread_setname_np(start.name)
    #else
        // `pthread_setname_np` is hidden from Swift here, and this file is what it writes to. Without /proc the thread just
        // has no name. Linux cuts names after 15 bytes; the end tells threads apart, so it is the start that goes.
        if let file = fopen("/proc/thread-self/comm", "w") {
            fputs(String(decoding: start.name.utf8.suffix(15), as: UTF8.self), file)
            fclose(file)
        }
    #endif
    start.body()
}

/// How many cores the system has switched on; at least 1.
func onlineCoreCount() -> Int {
    max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
}
