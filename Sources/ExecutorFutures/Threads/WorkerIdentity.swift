#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Says which executor a thread works for, so that a worker never waits for its own executor.
final class WorkerIdentity: Sendable {
    /// The executor's name, for messages.
    let name: String

    init(name: String) { self.name = name }

    /// Whether the calling thread belongs to the executor with this identity.
    var isCurrent: Bool {
        pthread_getspecific(currentWorkerKey) == UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque())
    }

    /// Marks the calling thread as a worker for as long as `body` runs.
    func whileCurrent(_ body: () -> Void) {
        let outer = pthread_getspecific(currentWorkerKey)
        pthread_setspecific(currentWorkerKey, Unmanaged.passUnretained(self).toOpaque())
        body()
        pthread_setspecific(currentWorkerKey, outer)
    }
}

/// A `@TaskLocal` would serve, but a job may bind and forward those; nothing but this file can touch this slot.
private let currentWorkerKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()

/// Whether the calling code runs inside a Swift task, where holding the thread takes it from all other tasks.
var isOnTask: Bool {
    withUnsafeCurrentTask { $0 != nil }
}
