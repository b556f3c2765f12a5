import Dispatch
import ExecutorFutures

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A place where a task may run a blocking call.
protocol Place: Sendable {
    var name: String { get }

    /// Whether many blockers take turns on one thread per core, so that a large number of them takes minutes.
    var usesOneThreadPerCore: Bool { get }

    /// Blocks for so long, somewhere, and returns when that is over.
    func block(_ duration: Duration) async
}

/// Holds the calling thread.
func holdThread(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    var left = timespec()
    while nanosleep(&time, &left) != 0 { time = left }
}

/// Runs `holdThread` on a queue and resumes the task afterwards.
private func holdThread(of queue: DispatchQueue, _ duration: Duration) async {
    await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
        queue.async {
            holdThread(duration)
            continuation.resume()
        }
    }
}

struct Inline: Place {
    let name = "inline in the task"
    let usesOneThreadPerCore = true
    func block(_ duration: Duration) async { holdThread(duration) }
}

struct Detached: Place {
    let name = "Task.detached"
    let usesOneThreadPerCore = true
    func block(_ duration: Duration) async { await Task.detached { holdThread(duration) }.value }
}

struct GlobalQueue: Place {
    let name = "DispatchQueue.global()"
    let usesOneThreadPerCore = false
    func block(_ duration: Duration) async { await holdThread(of: .global(), duration) }
}

struct ConcurrentQueue: Place {
    let name = "one private concurrent queue"
    let usesOneThreadPerCore = false
    private let queue = DispatchQueue(label: "private", attributes: .concurrent)
    func block(_ duration: Duration) async { await holdThread(of: queue, duration) }
}

struct SerialQueuePerJob: Place {
    let name = "a serial queue per job"
    let usesOneThreadPerCore = false
    func block(_ duration: Duration) async { await holdThread(of: DispatchQueue(label: "job"), duration) }
}

struct OwnThreads: Place {
    let name = "ThreadPoolExecutor"
    let usesOneThreadPerCore = false
    private let pool: ThreadPoolExecutor

    init(_ maximumThreads: Int) { pool = ThreadPoolExecutor(maximumThreads: maximumThreads) }

    func block(_ duration: Duration) async { try? await pool.run { holdThread(duration) } }
}
