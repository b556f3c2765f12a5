import ExecutorFutures
import Synchronization

/// Asks a search for scenarios which piece a real loop runs next, and notes the choices.
final class LoopChoices<Base: StepScheduler & Sendable>: LoopScheduler {
    private let state: Mutex<State>
    private let limit: Int

    private struct State {
        var base: Base
        var log = ChoiceLog()
    }

    /// - Parameter limit: after so many choices the run is given up.
    init(_ base: Base, limit: Int) {
        state = Mutex(State(base: base))
        self.limit = limit
    }

    var log: ChoiceLog { state.withLock { $0.log } }

    func choose(among options: [ReadyChoice]) -> Int? {
        state.withLock { state in
            guard state.log.count < limit else { return nil }
            // Callbacks have no number; searches know negative ones as events that are no task.
            let tasks = Base.looksAtTasks ? options.map { $0.number ?? -1 } : []
            let point = ChoicePoint(kind: .step, count: options.count, tasks: tasks)
            guard let option = state.base.choose(point), options.indices.contains(option) else { return nil }
            state.log.note(option)
            return option
        }
    }
}
