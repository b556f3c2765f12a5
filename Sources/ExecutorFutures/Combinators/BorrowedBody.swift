/// A closure that another task runs while the one that owns it is suspended.
///
/// The closure keeps the isolation of its owner, and may use what is not `Sendable`. The compiler cannot see that this
/// is safe: owner and runner never run at the same time, since the owner only waits for the runner's end.
final class BorrowedBody<Output, Failure: Error>: @unchecked Sendable {
    // Unchecked because of both: the runner alone touches them until it has ended, and the owner alone after that.
    private let body: nonisolated(nonsending) () async throws(Failure) -> Output
    private var outcome: Result<Output, Failure>?

    init(_ body: nonisolated(nonsending) @escaping () async throws(Failure) -> Output) {
        self.body = body
    }

    /// Once, in the runner.
    /// - Parameter isolation: the owner's.
    func run(isolation: isolated (any Actor)?) async {
        do throws(Failure) {
            outcome = .success(try await body())
        } catch {
            outcome = .failure(error)
        }
    }

    /// For the owner, after `run` has returned.
    var result: Result<Output, Failure> {
        guard let outcome else { preconditionFailure("asked for the result of a body before it has ended") }
        return outcome
    }
}
