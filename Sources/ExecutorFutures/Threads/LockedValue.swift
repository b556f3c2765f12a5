#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A value that is only reached under its lock.
///
/// It is a `pthread` lock rather than `Synchronization.Mutex`, because the thread sanitizer does not see what the slow
/// path of the latter orders (in Swift 6.3, on Linux) and reports races that are none; and a runtime that the sanitizer
/// cannot check is worth less than the 20 ns.
/// A closure passed to it must not run code of the user's, nor release the last reference to an object of the user's:
/// either could come back for the same lock.
struct LockedValue<Value>: @unchecked Sendable {
    // Unchecked because the compiler cannot see that the value is only touched under the lock.
    private let storage: Storage

    init(_ value: sending Value) {
        storage = Storage.make(value)
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        storage.withUnsafeMutablePointers { value, mutex in
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            return body(&value.pointee)
        }
    }

    /// The value and its lock in one allocation, where neither ever moves.
    private final class Storage: ManagedBuffer<Value, pthread_mutex_t> {
        static func make(_ value: Value) -> Storage {
            let buffer = Storage.create(minimumCapacity: 1) { _ in value }
            buffer.withUnsafeMutablePointerToElements { mutex in
                mutex.initialize(to: pthread_mutex_t())
                pthread_mutex_init(mutex, nil)
            }
            return unsafeDowncast(buffer, to: Storage.self)
        }

        deinit {
            withUnsafeMutablePointerToElements { mutex in
                pthread_mutex_destroy(mutex)
                mutex.deinitialize(count: 1)
            }
        }
    }
}
