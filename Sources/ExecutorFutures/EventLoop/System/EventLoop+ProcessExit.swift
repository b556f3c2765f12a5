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

extension EventLoop {
    /// Suspends until a child process of this one has ended, and takes its status from the system, so that no zombie
    /// stays.
    ///
    /// A status can be had once: whoever asks afterwards, or at the same time and loses, gets
    /// ``EventLoopError/noChild(_:code:)``. On Linux it waits for a `pidfd`, elsewhere and in
    /// virtual time on a thread of the default executor, which the cancellation of the task does not free.
    /// - Parameter process: must be a child, and nobody else must wait for it.
    /// - Throws: `CancellationError` if the task is cancelled; the child then keeps its status for a later call.
    public nonisolated(nonsending) func exitStatus(of process: Int32) async throws -> ProcessExit {
        #if os(Linux) || os(Android)
            let descriptor = core.driver.isVirtual ? -1 : event_loop_process(process)
            if descriptor >= 0 {
                defer { close(descriptor) }
                try await waitUntilReadable(descriptor)
                // unblock:allow process-wait-in-async - the child has ended, so there is nothing to wait for
                return try Self.takeStatus(of: process)
            }
        #endif
        return try await toThread { try Self.takeStatus(of: process) }
    }

    /// Blocks unless the process has ended.
    private static func takeStatus(of process: Int32) throws(EventLoopError) -> ProcessExit {
        var status: Int32 = 0
        while true {
            if waitpid(process, &status, 0) == process { return ProcessExit(waitStatus: status) }
            if errno != EINTR { throw .noChild(process, code: errno) }
        }
    }
}
