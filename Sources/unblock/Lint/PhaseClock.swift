import Analysis
import Logging
import Synchronization

/// Measures how long each phase of a run takes, and logs it. Safe from any thread.
final class PhaseClock: Sendable {
    private struct State {
        var current: (phase: AnalysisPhase, since: ContinuousClock.Instant)?
        var done: [RunStatistics.PhaseDuration] = []
    }

    /// When the run started, in UTC; see `Clock.timestamp()`.
    let timestamp = Clock.timestamp()
    private let start = ContinuousClock.now
    private let log: Logger
    private let state = Mutex(State())

    init(log: Logger) { self.log = log }

    /// Ends the phase before, if there is one.
    func enter(_ phase: AnalysisPhase) {
        let now = ContinuousClock.now
        state.withLock { state in
            close(&state, now)
            state.current = (phase, now)
        }
    }

    /// Ends the last phase.
    func end() {
        let now = ContinuousClock.now
        state.withLock { close(&$0, now) }
    }

    /// In the order in which they ended.
    var phases: [RunStatistics.PhaseDuration] { state.withLock { $0.done } }

    /// Since the clock was made.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    private func close(_ state: inout State, _ now: ContinuousClock.Instant) {
        guard let (phase, since) = state.current else { return }
        let seconds = (now - since) / .seconds(1)
        state.done.append(.init(phase: phase, seconds: seconds))
        state.current = nil
        log.debug("phase ended", metadata: ["phase": "\(phase.rawValue)", "seconds": "\(seconds)"])
    }
}
