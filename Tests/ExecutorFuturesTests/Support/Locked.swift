@testable import ExecutorFutures

/// A variable that closures on several threads may share.
final class Locked<Value: Sendable>: Sendable {
    private let storage: LockedValue<Value>

    init(_ value: Value) { storage = LockedValue(value) }

    var value: Value { storage.withLock { $0 } }

    @discardableResult
    func change<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
        storage.withLock { value in body(&value) }
    }
}
