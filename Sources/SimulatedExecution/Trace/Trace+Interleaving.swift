extension Trace {
    /// The run told step by step, a line for each event, in plain text.
    ///
    /// ```text
    ///  0.0 ms  task 3 `waiter` runs on pool thread 1
    /// 12.0 ms  task 3 `waiter` waits for semaphore `gate` on pool thread 1, which is held
    /// ```
    ///
    /// O(number of events).
    /// - Parameter limit: the most lines; of a longer run the middle is left out, since runs go wrong at their end.
    public func interleaving(limit: Int = 10_000) -> String {
        let names = TraceNames(self)
        let unit = TimeUnit(fitting: end)
        let width = unit.text(end.nanoseconds).count
        let limit = max(limit, 2)
        let isCut = events.count > limit
        let head = isCut ? limit / 2 : events.count
        let tail = isCut ? events.count - (limit - head) : events.count

        var text = ""
        func write(_ events: ArraySlice<TraceEvent>) {
            for event in events {
                let time = unit.text(event.time.nanoseconds)
                text += String(repeating: " ", count: max(width - time.count, 0)) + time
                text += "  \(names.sentence(event))\n"
            }
        }
        write(events[..<head])
        if isCut { text += String(repeating: " ", count: width) + "  … \(tail - head) more steps …\n" }
        write(events[tail...])
        return text
    }
}

extension TraceNames {
    fileprivate func sentence(_ event: TraceEvent) -> String {
        if case .observed(let problem) = event.kind { return "! \(ProblemSentences(self).line(for: problem))" }
        return "\(task(event.task)) \(predicate(event))"
    }

    private func predicate(_ event: TraceEvent) -> String {
        let place = event.thread.map { thread($0) }
        let on = place.map { " on \($0)" } ?? ""
        let held = place.map { " on \($0), which is held" } ?? ""
        return switch event.kind {
        case .created(_, nil): "is there from the start"
        case .created(_, let parent?): "is started by \(task(parent))"
        case .ready: "is ready"
        case .began: "runs\(on)"
        case .left(nil): place.map { "gives \($0) back" } ?? "is done"
        case .left(let reason?): "suspends until \(condition(reason))" + (place.map { "; \($0) is free" } ?? "")
        case .blocked(.time(let what?)): "blocks in `\(what.printable)`\(held)"
        case .blocked(let reason): "waits for \(wait(reason))\(held)"
        case .resumed: "continues\(on)"
        case .acquired(let id): "takes \(resource(id))"
        case .released(let id): "releases \(resource(id))"
        case .signalled(let id): "signals \(resource(id))"
        case .read(let id, let value): "reads \(resource(id)): \(value)"
        case .wrote(let id, let value): "writes \(resource(id)): \(value)"
        case .cancelled: "is cancelled"
        case .timedOut: "stops waiting: the time is up"
        case .finished: "ends"
        case .observed(let problem): ProblemSentences(self).line(for: problem)
        }
    }

    private func condition(_ reason: WaitReason) -> String {
        switch reason {
        case .time: "its time has passed"
        case .resource(let id): "it gets \(resource(id))"
        case .task(let task): "\(self.task(task)) ends"
        case .executor: "it gets \(wait(reason))"
        }
    }
}
