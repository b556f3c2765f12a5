/// Runs `body` and cancels it when the deadline has passed.
///
/// ```swift
/// let clock = ContinuousClock()
/// let deadline = clock.now + .seconds(5)
/// let page = try await withDeadline(deadline, clock: clock) { try await fetch(url) }
/// ```
/// It is structured: `body` has always ended when this returns, so a body that ignores cancellation ends late, and so
/// does this. A blocking call ignores cancellation; run it on an executor and await the future with
/// ``Future/value(timeout:clock:)``. Deadlines nest: whichever comes first cancels what is inside.
///
/// What `body` returns is returned, also when it ends after the deadline. If the deadline has passed before it starts,
/// it starts as a cancelled task.
///
/// `body` runs in a child task and keeps the isolation of the caller. The shape is that of SE-0526, where the deadline
/// shows in the reason of the `CancellationError`; Swift 6.3 does not have such reasons.
/// - Parameters:
///   - deadline: an instant of `clock`.
///   - tolerance: how much later the clock may wake up; `nil` leaves it to the clock.
///   - clock: measures the time. Its sleep must end early in a cancelled task, as those of the standard library do.
///   - body: what has to be done by then.
/// - Throws: ``DeadlineExceeded`` if `body` threw `CancellationError` because the deadline had passed. If the calling
///   task was cancelled too, `CancellationError`. Any other error of `body` as it is.
public nonisolated(nonsending) func withDeadline<Output, C: Clock>(
    _ deadline: C.Instant, tolerance: C.Instant.Duration? = nil, clock: C,
    _ body: nonisolated(nonsending) () async throws -> Output
) async throws -> Output {
    let race = await run(body, against: deadline, tolerance: tolerance, clock: clock)
    return try race.outcome(limit: "\(deadline)")
}

/// Runs `body` and cancels it when it has taken longer than `timeout`; otherwise as
/// ``withDeadline(_:tolerance:clock:_:)``.
///
/// ```swift
/// let page = try await withTimeout(.seconds(5)) { try await fetch(url) }
/// ```
/// - Parameters:
///   - timeout: measured from the call on; zero or less has passed already.
///   - tolerance: how much later the clock may wake up; `nil` leaves it to the clock.
///   - clock: measures the time.
///   - body: what has to be done in that time.
/// - Throws: as `withDeadline`.
public nonisolated(nonsending) func withTimeout<Output, C: Clock>(
    _ timeout: C.Instant.Duration, tolerance: C.Instant.Duration? = nil, clock: C = ContinuousClock(),
    _ body: nonisolated(nonsending) () async throws -> Output
) async throws -> Output {
    let race = await run(body, against: clock.now.advanced(by: timeout), tolerance: tolerance, clock: clock)
    return try race.outcome(limit: "\(timeout)")
}

/// How a body and a deadline came out.
private struct DeadlineRace<Output> {
    var result: Result<Output, any Error>
    var hasExpired: Bool

    /// Only a cancellation is put down to the deadline, and only if the caller was not cancelled as well.
    func outcome(limit: @autoclosure () -> String) throws -> Output {
        do {
            return try result.get()
        } catch is CancellationError where hasExpired && !Task.isCancelled {
            throw DeadlineExceeded(limit: limit())
        }
    }
}

/// The body runs in a child task because cancellation cannot be taken back: a calling task that was cancelled by its
/// deadline would stay so after the body has ended.
private func run<Output, C: Clock>(
    _ body: nonisolated(nonsending) () async throws -> Output,
    against deadline: C.Instant, tolerance: C.Instant.Duration?, clock: C, isolation: isolated (any Actor)? = #isolation
) async -> DeadlineRace<Output> {
    await withoutActuallyEscaping(body) { body in
        let borrowed = BorrowedBody(body)
        let hasExpired = await withTaskGroup(of: Bool.self) { group in
            var hasExpired = clock.now >= deadline
            if hasExpired { group.cancelAll() }
            group.addTask {
                await borrowed.run(isolation: isolation)
                return false
            }
            if !hasExpired {
                // A sleep that fails was cancelled, so the deadline is not what ended the body.
                group.addTask { (try? await clock.sleep(until: deadline, tolerance: tolerance)) != nil }
            }
            if await group.next() == true { hasExpired = true }
            group.cancelAll()
            return hasExpired
        }
        return DeadlineRace(result: borrowed.result, hasExpired: hasExpired)
    }
}

/// The error of work that was cancelled because its deadline had passed.
public struct DeadlineExceeded: Error, Hashable, CustomStringConvertible {
    /// The time-out, or the deadline as its clock writes it.
    public let limit: String

    public var description: String {
        "the work was cancelled because its limit (\(limit)) had passed: give it more time, or less to do"
    }
}
