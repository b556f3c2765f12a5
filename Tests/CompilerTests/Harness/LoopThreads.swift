import ExecutorFutures
import Foundation

/// Stands in for the module's executor: its jobs are tasks of the simulated loop, so that schedules order them.
struct LoopThreads: Sendable {
    func submit<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) -> Future<Value> {
        guard let loop = EventLoop.current else { return InlineExecutor().submit(work) }
        return loop.submit { try work() }
    }
}

let blockingExecutor = LoopThreads()

// What follows hides the declarations of the same names that Swift's libraries have.

/// The queue that fixes make where nothing takes an error.
final class DispatchQueue: Sendable {
    init(label: String) {}

    func async(execute work: @escaping @Sendable () -> Void) {
        guard let loop = EventLoop.current else { return work() }
        loop.spawn { work() }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Sleeps in the loop's time.
    // allow-sleep: this is the stand-in for what programs call
    static func sleep(for duration: Duration) async throws {
        guard let loop = EventLoop.current else { return }
        try await loop.sleep(for: duration)
    }
}

extension Thread {
    /// Real time is no part of a simulated run.
    // allow-sleep: a stand-in that does not sleep
    static func sleep(forTimeInterval seconds: TimeInterval) {}
}

// allow-sleep: a stand-in that does not sleep
@discardableResult func usleep(_ microseconds: UInt32) -> Int32 { 0 }
