/// Resumes a task at the last of so many steps.
///
/// Unchecked because only the thread of one loop makes the steps.
final class Countdown: @unchecked Sendable {
    private var left: Int
    private let continuation: UnsafeContinuation<Void, Never>

    init(_ count: Int, _ continuation: UnsafeContinuation<Void, Never>) {
        left = count
        self.continuation = continuation
    }

    /// - Returns: whether it was the last one.
    @discardableResult
    func step() -> Bool {
        left -= 1
        if left == 0 { continuation.resume() }
        return left == 0
    }
}
