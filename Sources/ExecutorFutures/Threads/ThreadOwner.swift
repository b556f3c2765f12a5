#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Says whom a thread works for: an executor, whose jobs may block, or an event loop, which nothing may block.
///
/// Whoever owns a thread runs all its work inside `whileCurrent`, so that nobody waits there for what needs that thread.
final class ThreadOwner: Sendable {
    /// The executor's or the loop's name, for messages.
    let name: String
    let kind: Kind

    enum Kind { case executor, eventLoop }

    init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// The owner of the calling thread; `nil` for a thread that neither an executor nor an event loop of ours started.
    static var current: ThreadOwner? {
        pthread_getspecific(ownerKey).map { Unmanaged<ThreadOwner>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Marks the calling thread for as long as `body` runs.
    func whileCurrent<Result>(_ body: () throws -> Result) rethrows -> Result {
        let outer = pthread_getspecific(ownerKey)
        pthread_setspecific(ownerKey, Unmanaged.passUnretained(self).toOpaque())
        defer { pthread_setspecific(ownerKey, outer) }
        return try body()
    }

    /// Whether the calling thread may be held, as far as can be seen.
    static var mayHoldThread: Bool {
        // A job that carries task-local values is a task too, but on a thread that may be held.
        if let current { current.kind == .executor } else { !isOnTask }
    }

    /// Refuses to hold the calling thread, if it must not be held.
    /// - Parameter worker: whose threads are needed to end the wait; `nil` if that is not known.
    /// - Throws: ``FutureWaitError``.
    static func checkMayWait(for worker: ThreadOwner?) throws {
        if let current, current === worker { throw FutureWaitError.calledOnOwnWorker(executor: current.name) }
        guard !mayHoldThread else { return }
        if let current { throw FutureWaitError.calledOnEventLoop(name: current.name) }
        throw FutureWaitError.calledOnTask
    }
}

/// A `@TaskLocal` would serve, but a job may bind and forward those; nothing but this file can touch this slot.
private let ownerKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()

/// Whether the calling code runs inside a Swift task, where holding the thread takes it from all other tasks.
var isOnTask: Bool {
    withUnsafeCurrentTask { $0 != nil }
}
