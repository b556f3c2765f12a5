extension EventLoop {
    /// Something about a loop that its operator should hear of; see ``Configuration/onEvent``.
    public enum Event: Sendable, CustomStringConvertible {
        /// One thing held the loop for longer than ``Configuration/slowThreshold``. It has ended by now.
        case slow(Culprit, took: Duration, loop: String)
        /// The loop has made no turn for longer than ``Configuration/stallThreshold``, and has not yet gone on.
        case stalled(for: Duration, loop: String)
        /// The loop has gone on after a stall; how long it was, to the exactness of the monitor.
        case stallEnded(after: Duration, loop: String)
        /// A callback threw an error, which nobody is there to catch.
        case uncaughtError(any Error, loop: String)
        /// A task wanted to go on on a loop that has ended, and never will: it was not spawned there, so the loop did
        /// not know of it and could not wait. Told on the thread that wanted to resume it.
        case lostJob(loop: String)

        /// What held the loop.
        public enum Culprit: Hashable, Sendable {
            /// A piece of a task; its name and the place where it was spawned, if it was spawned on the loop.
            case task(String?)
            /// A piece of a task on an actor that is pinned to the loop; the task, if it was spawned on the loop.
            case actor(String?)
            /// A callback, and the place of the call that queued it.
            case callback(String?)
        }

        public var description: String {
            switch self {
            case .slow(let culprit, let duration, let loop):
                "event loop '\(loop)': \(culprit) took \(duration): move what blocks to `loop.toThread { … }`"
            case .stalled(let duration, let loop):
                "event loop '\(loop)': no turn for \(duration): something on it blocks; "
                    + "`slowThreshold` tells what"
            case .stallEnded(let duration, let loop):
                "event loop '\(loop)': goes on after a stall of \(duration)"
            case .uncaughtError(let error, let loop):
                "event loop '\(loop)': a callback threw an error that nobody catches: \(error)"
            case .lostJob(let loop):
                "event loop '\(loop)': it has ended and a task can never go on: "
                    + "await what uses the loop, or its actors, before the end"
            }
        }
    }
}

extension EventLoop.Event.Culprit: CustomStringConvertible {
    public var description: String {
        switch self {
        case .task(let task): "a piece of task \(task ?? "that was not spawned on the loop")"
        case .actor(let task): "a piece of an actor's method, in task \(task ?? "that was not spawned on the loop")"
        case .callback(let place): place.map { "a callback queued at \($0)" } ?? "a callback"
        }
    }
}
