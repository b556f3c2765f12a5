import ExecutorFutures

/// Looks ten times a second how far the executor is, and moves the progress bar.
struct ProgressTicker: Sendable {
    private let task: Task<Void, Never>
    private let bar: ProgressBar

    /// Starts to look; `nil` when nobody wants a bar.
    ///
    /// - Parameters:
    ///   - files: how many files the run has; each is one job of the executor.
    ///   - executor: has no other work meanwhile.
    static func start(_ choice: AutomaticChoice, files: Int, on executor: ThreadPoolExecutor) -> ProgressTicker? {
        guard ProgressBar.isWanted(choice) else { return nil }
        let bar = ProgressBar()
        let before = executor.statistics.completed
        let task = Task {
            while (try? await Task.sleep(for: .milliseconds(100))) != nil {
                let done = executor.statistics.completed - before
                try? await Threads.offload { bar.update(done: min(done, files), total: files) }
            }
        }
        return ProgressTicker(task: task, bar: bar)
    }

    /// Removes the bar from the terminal; nothing is drawn afterwards.
    func stop() async {
        task.cancel()
        await task.value
        try? await Threads.offload { bar.finish() }
    }
}
