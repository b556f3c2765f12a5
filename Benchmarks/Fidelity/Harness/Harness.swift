import Dispatch
import ExecutorFutures
import Foundation
import Synchronization

/// Runs the `program(_:)` of a fixture once and prints how long it took and how late the heartbeats were.
///
/// Compiled together with one file of `fixtures/simulation/programs`. Its arguments are the size for the program, the
/// seconds to be idle before it begins, and the seconds after which it counts as deadlocked. It prints `finished`, the makespan, and for the pool, the main
/// thread and the watched loops the longest time for which a beat had to wait, all in milliseconds; or `deadlock`.
@main struct Harness {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let size = Int(arguments[1]), let idle = Double(arguments[2]),
            let limit = Double(arguments[3])
        else {
            print("usage: \(arguments[0]) SIZE IDLE LIMIT")
            exit(2)
        }
        if idle > 0 { try? await Task.sleep(for: .seconds(idle)) }
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: limit)
            print("deadlock")
            exit(0)
        }
        let start = ContinuousClock.now
        let pool = Heartbeat(since: start) { beat in Task.detached { beat() } }
        let main = Heartbeat(since: start) { beat in DispatchQueue.main.async { beat() } }
        await program(size)
        let end = ContinuousClock.now
        let loops = watchedLoops.withLock { $0 }
        let stalls = [pool, main].map { $0.stop(at: end) } + [loops.map { $0.stop(at: end) }.max() ?? .zero]
        print(([end - start] + stalls).reduce("finished") { "\($0) \($1 / .milliseconds(1))" })
        exit(0)
    }
}

private let watchedLoops = Mutex<[Heartbeat]>([])

/// Measures how late a heartbeat on the loop is from now on.
func watch(_ loop: EventLoop) {
    let heartbeat = Heartbeat(since: .now) { beat in loop.post { beat() } }
    watchedLoops.withLock { $0.append(heartbeat) }
}

/// Keeps the calling thread and its core busy for so much processor time.
func compute(_ time: Duration) {
    let start = processorTime()
    while processorTime() - start < time {}
}

private func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
