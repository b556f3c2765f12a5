import Foundation
import Synchronization

/// A thread that again and again posts a job and measures how long that has to wait; the next one goes out a period
/// after the last one ran.
///
/// The simulator's probe does the same, so their numbers can be compared.
final class Heartbeat: Sendable {
    static let period = Duration.milliseconds(5)
    private let state = Mutex(State())

    private struct State {
        /// When the job that has not run yet was posted.
        var waitingSince: ContinuousClock.Instant?
        var longest = Duration.zero
    }

    /// - Parameters:
    ///   - start: the first beat comes a period later.
    ///   - post: lets its argument run on the threads that are measured, behind what waits for them already.
    init(since start: ContinuousClock.Instant, post: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
        Thread.detachNewThread { [self] in
            let ran = DispatchSemaphore(value: 0)
            var next = start + Self.period
            while true {
                let left = ContinuousClock.now.duration(to: next)
                if left > .zero { Thread.sleep(forTimeInterval: left / .seconds(1)) }
                let posted = ContinuousClock.now
                state.withLock { $0.waitingSince = posted }
                post { [self] in
                    finishBeat(at: .now)
                    ran.signal()
                }
                ran.wait()
                next = .now + Self.period
            }
        }
    }

    private func finishBeat(at now: ContinuousClock.Instant) {
        state.withLock { state in
            guard let since = state.waitingSince else { return }
            state.longest = max(state.longest, now - since)
            state.waitingSince = nil
        }
    }

    /// The longest wait until `end`, that of a beat which still waits included.
    func stop(at end: ContinuousClock.Instant) -> Duration {
        finishBeat(at: end)
        return state.withLock { $0.longest }
    }
}
