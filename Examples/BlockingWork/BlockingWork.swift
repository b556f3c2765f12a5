import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A blocking operation on a thread of an executor, and a future for its result: the first program of
/// `concurrent.futures`.
@main
enum BlockingWork {
    static func main() throws {
        let pool = ThreadPoolExecutor(name: "work")
        let future = pool.submit { blockingOperation(seconds: 1) }
        print("submitted, done: \(future.isDone)")
        // This program is synchronous and its main thread may wait; a task writes `try await future.value`.
        print("slept for \(try future.wait()) s")
        try pool.shutdownAndWait()
    }

    static func blockingOperation(seconds: UInt32) -> UInt32 {
        sleep(seconds)
        return seconds
    }
}
