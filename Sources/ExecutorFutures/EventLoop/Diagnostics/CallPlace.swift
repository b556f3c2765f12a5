/// Where in the source somebody queued something. Only kept by loops that time what they run.
final class CallPlace: CustomStringConvertible, Sendable {
    private let fileID: StaticString
    private let line: Int

    init(_ fileID: StaticString, _ line: Int) {
        self.fileID = fileID
        self.line = line
    }

    var description: String { "\(fileID):\(line)" }
}

extension LoopEngine {
    /// The entry for a callback, with its place if anybody will ask for it.
    func entry(for body: @escaping () throws -> Void, _ fileID: StaticString, _ line: Int) -> ReadyEntry {
        guard slowThreshold != nil else { return .call(body) }
        return .placedCall(PlacedCallback(place: CallPlace(fileID, line), body: body))
    }

    /// Runs an entry and tells when it held the loop for too long.
    func runTimed(_ entry: ReadyEntry, limit: Duration, as executors: LoopExecutors) {
        tasks.forgetLastEnded()
        // Real time, also over a virtual clock: blocking takes the real kind.
        let start = EventLoop.Instant.monotonic
        run(entry, as: executors)
        let took = start.duration(to: .monotonic)
        if took >= limit { report(.slow(culprit(entry), took: took, loop: name)) }
    }

    private func culprit(_ entry: ReadyEntry) -> EventLoop.Event.Culprit {
        switch entry {
        case .taskJob(let job, _): .task(tasks.description(of: job))
        case .actorJob(let job, _): .actor(tasks.description(of: job))
        case .placedCall(let callback): .callback(callback.place.description)
        case .timer(let timer): .callback(timer.place?.description)
        case .descriptor(let handler): .callback(handler.place?.description)
        case .call, .sleeper, .step: .callback(nil)
        }
    }
}

/// A callback that knows where it was queued.
final class PlacedCallback {
    let place: CallPlace
    let body: () throws -> Void

    init(place: CallPlace, body: @escaping () throws -> Void) {
        self.place = place
        self.body = body
    }
}
