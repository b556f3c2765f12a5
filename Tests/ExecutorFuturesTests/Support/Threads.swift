@testable import ExecutorFutures

/// Runs synchronous code on a thread that is neither a task's nor a pool's, as the main thread of a tool would.
func onPlainThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    let promise = Promise<Value>()
    let start = ThreadStart(name: "plain", stackSize: 1 << 20) {
        promise.complete(with: Result { try body() })
    }
    let code = start()
    if code != 0 { promise.fail(ExecutorError.cannotStartThread(executor: "plain", code: code)) }
    return try await promise.future.value
}

/// Lets other tasks run until something has happened.
func eventually(_ condition: () -> Bool) async {
    while !condition() { await Task.yield() }
}

/// Keeps the only thread of a pool busy until `gate` opens; returns when it is.
func occupy(_ pool: ThreadPoolExecutor, until gate: Gate) async throws -> Future<Void> {
    let started = Promise<Void>()
    let future = pool.submit {
        started.fulfill()
        gate.pass()
    }
    try await started.future.value
    return future
}

struct Failure: Error, Equatable {
    var number = 0
}
