import ExecutorFutures

/// Runs jobs on a loop, each some virtual milliseconds after it was submitted: other messages come in between.
final class LateExecutor: FutureExecutor {
    let name = "late"
    let isAccepting = true
    private let loop: EventLoop
    private let delay: Duration

    init(_ loop: EventLoop, delay: Duration = .milliseconds(5)) {
        self.loop = loop
        self.delay = delay
    }

    func submit<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) -> Future<Value> {
        let promise = Promise<Value>()
        loop.post { [loop, delay] in
            loop.callLater(after: delay) {
                guard promise.begin() else { return }
                promise.complete(with: Result { try work() })
            }
        }
        return promise.future
    }

    nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value> { submit(priority: priority, work) }

    nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable {
        var outputs: [Output] = []
        for element in elements {
            outputs.append(try await submit(priority: priority) { try transform(element) }.value)
        }
        return outputs
    }

    func beginShutdown(cancelPending: Bool) -> Future<Void> { Future(.success(())) }

    @available(*, noasync)
    func shutdownAndWait(cancelPending: Bool) throws {}
}
