extension TraceNames {
    /// One sentence without a full stop.
    func problem(_ problem: Problem) -> String {
        switch problem {
        case .deadlock(let waits): "deadlock: " + waits.map(self.wait).joined(separator: "; ")
        case .lostWakeUp(let id): "lost wake-up: \(resource(id)) was signalled when nobody waited for it"
        case .lostUpdate(let id, let task): "lost update: \(self.task(task)) overwrote a change of \(resource(id))"
        case .lockOrder(let first, let second):
            "lock order: \(resource(first)) and \(resource(second)) are taken in both orders"
        case .starvation(let task, let waited):
            "starvation: \(self.task(task)) was ready and waited "
                + "\(TimeUnit(fitting: waited).text(waited.nanoseconds, isTrimmed: true)) for a thread"
        case .priorityInversion(let id): "priority inversion: the holder of \(resource(id)) had no thread"
        case .livelock(let steps): "livelock: \(steps) steps without time going on"
        case .expectation(let message): "expectation failed: \(message.printable)"
        case .misuse(let id, let message): "misuse of \(resource(id)): \(message.printable)"
        }
    }

    private func wait(_ wait: Problem.Wait) -> String {
        let holders = wait.holders.map { task($0) }.joined(separator: ", ")
        return "\(task(wait.task)) waits for \(self.wait(wait.reason))"
            + (holders.isEmpty ? "" : ", held up by \(holders)")
    }
}
