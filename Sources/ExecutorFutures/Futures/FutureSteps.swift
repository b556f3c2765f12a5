/// What a `flatMap` waits for at the moment: the first future, later the second.
final class FutureSteps: UpstreamFuture {
    private let current: LockedValue<Step>

    private struct Step {
        var future: any UpstreamFuture
        var isFirst = true
    }

    init(first: any UpstreamFuture) {
        current = LockedValue(Step(future: first))
    }

    func move(to second: any UpstreamFuture) {
        let first = current.withLock { step -> any UpstreamFuture in
            defer { step = Step(future: second, isFirst: false) }
            return step.future
        }
        // Released after the lock, not under it.
        withExtendedLifetime(first) {}
    }

    func cancel() -> Bool {
        current.withLock { $0.future }.cancel()
    }

    var state: FutureState {
        let step = current.withLock { $0 }
        // Half the work is done once the second step has begun, so the whole runs. It can still be cancelled there.
        return step.isFirst ? step.future.state : .running
    }
}
