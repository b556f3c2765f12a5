import Synchronization

/// One line on standard error that shows how far a long run is, and is gone at the end.
///
/// Safe from any thread. Quick runs show nothing: the first line appears after `delay`, then at most one per `pause`.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var isOver = false
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let delay: Duration
    private let pause: Duration
    private let draw: @Sendable (String) -> Void

    private static let width = 24
    /// Back to the first column, and clears the line.
    private static let erase = "\r\u{1B}[2K"

    /// - Parameters:
    ///   - delay: how long the work may take before the bar appears.
    ///   - draw: writes text to the terminal; called with the bar's lock held, so lines never mix.
    init(
        delay: Duration = .seconds(1), pause: Duration = .milliseconds(100),
        draw: @escaping @Sendable (String) -> Void = { StandardError.write($0) }
    ) {
        self.delay = delay
        self.pause = pause
        self.draw = draw
    }

    /// Whether `--progress` and the terminal ask for a bar.
    static func isWanted(_ choice: AutomaticChoice) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: StandardError.isTerminal && Environment["CI"] == nil && Environment["TERM"] != "dumb"
        }
    }

    /// - Parameters:
    ///   - done: files that are finished.
    ///   - total: files of the whole run; zero draws nothing.
    func update(done: Int, total: Int) {
        let now = ContinuousClock.now
        guard total > 0, now - start >= delay else { return }
        state.withLock { state in
            if state.isOver { return }
            if let last = state.lastDrawn, now - last < pause, done < total { return }
            state.lastDrawn = now
            draw(Self.line(done: done, total: total))
        }
    }

    /// Clears the line; later updates draw nothing.
    func finish() {
        state.withLock { state in
            if state.lastDrawn != nil, !state.isOver { draw(Self.erase) }
            state.isOver = true
        }
    }

    static func line(done: Int, total: Int) -> String {
        let share = min(max(Double(done) / Double(max(total, 1)), 0), 1)
        let filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return "\(erase)unblock  \(bar)  \(done)/\(total) files"
    }
}
