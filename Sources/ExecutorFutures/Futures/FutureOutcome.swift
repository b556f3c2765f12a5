/// How a future ended, for those who tell a cancellation from an error.
enum FutureOutcome<Value: Sendable>: Sendable {
    case finished(Result<Value, any Error>)
    case cancelled

    var result: Result<Value, any Error> {
        switch self {
        case .finished(let result): result
        case .cancelled: .failure(CancellationError())
        }
    }
}
