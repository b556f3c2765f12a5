/// Waiting once for a descriptor, in a task.
extension EventLoop {
    /// Suspends until `descriptor` can be read, has ended or has failed; from any task.
    ///
    /// One wait costs two system calls; for many, keep a registration of ``onReadable(_:startsPaused:fileID:line:_:)``
    /// and pause it.
    /// - Throws: `CancellationError` as soon as the task is cancelled, and what `onReadable` throws.
    public nonisolated(nonsending) func waitUntilReadable(_ descriptor: Int32) async throws {
        try await waitUntil(.readable, descriptor)
    }

    /// Suspends until `descriptor` can be written or has failed; otherwise as ``waitUntilReadable(_:)``.
    public nonisolated(nonsending) func waitUntilWritable(_ descriptor: Int32) async throws {
        try await waitUntil(.writable, descriptor)
    }

    private nonisolated(nonsending) func waitUntil(_ interest: DescriptorInterest, _ descriptor: Int32) async throws {
        guard core.isCurrent else {
            return try await submit { try await self.waitUntil(interest, descriptor) }.value
        }
        try Task.checkCancellation()
        let wait = ReadinessWait()
        try await withTaskCancellationHandler {
            // In Swift 6.3 this closure leaves the actor that the caller belongs to, and with it the loop's thread.
            try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Void, any Error>) in
                let isTaken = core.perform {
                    wait.start(continuation) { () throws(EventLoopError) in
                        interest == .readable
                            ? try self.onReadable(descriptor) { wait.end(nil) }
                            : try self.onWritable(descriptor) { wait.end(nil) }
                    }
                }
                if !isTaken { continuation.resume(throwing: EventLoopError.shutDown(loop: name)) }
            }
        } onCancel: {
            core.perform { wait.end(CancellationError()) }
        }
    }
}

/// One task that waits for one descriptor, once. Unchecked because only the loop's thread touches it.
private final class ReadinessWait: @unchecked Sendable {
    private var continuation: UnsafeContinuation<Void, any Error>?
    private var registration: DescriptorRegistration?
    private var isCancelled = false

    func start(
        _ continuation: UnsafeContinuation<Void, any Error>,
        register: () throws(EventLoopError) -> DescriptorRegistration
    ) {
        // The cancellation of a task may overtake it.
        guard !isCancelled else { return continuation.resume(throwing: CancellationError()) }
        do {
            registration = try register()
            self.continuation = continuation
        } catch {
            continuation.resume(throwing: error)
        }
    }

    func end(_ error: (any Error)?) {
        isCancelled = error != nil
        registration.take()?.cancel()
        guard let continuation = continuation.take() else { return }
        if let error { continuation.resume(throwing: error) } else { continuation.resume() }
    }
}
