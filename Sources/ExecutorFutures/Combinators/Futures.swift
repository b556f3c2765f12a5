/// What can be done with several futures at once.
public enum Futures {}

extension Futures {
    /// Suspends until all futures have values; returns these in the order of the futures.
    ///
    /// The first failure to come, or the first cancellation, is thrown at once; of those that came before the call, the
    /// first in the order of the futures. The other futures go on; cancel them if nobody needs them any more. If the
    /// calling task is cancelled, the futures that are pending are cancelled and those that run are awaited, as with
    /// ``Future/value``.
    ///
    /// Costs O(number of futures).
    /// - Parameter futures: may be of any executors, and may hold one future several times.
    /// - Throws: the error of the future that failed first; `CancellationError` if one was cancelled.
    public static nonisolated(nonsending) func gather<Value>(_ futures: [Future<Value>]) async throws -> [Value] {
        let watch = CompletionWatch(count: futures.count, until: .anyFailureOrCancellation)
        for future in futures { watch.add(future) }
        do {
            try await watch.wait()
        } catch {
            for future in futures { future.cancel() }
            _ = await results(of: futures)
        }
        if let error = watch.firstError { throw error }
        return try await results(of: futures).map { try $0.get() }
    }

    /// `gather` for futures of different types.
    /// ```swift
    /// let (user, pages) = try await Futures.gather(pool.submit(loadUser), pool.submit(loadPages))
    /// ```
    public static nonisolated(nonsending) func gather<each Value>(
        _ futures: repeat Future<each Value>
    ) async throws -> (repeat each Value) {
        var count = 0
        for _ in repeat each futures { count += 1 }
        let watch = CompletionWatch(count: count, until: .anyFailureOrCancellation)
        for future in repeat each futures { watch.add(future) }
        do {
            try await watch.wait()
        } catch {
            for future in repeat each futures { future.cancel() }
            for future in repeat each futures { _ = await future.resultIgnoringCancellation() }
        }
        if let error = watch.firstError { throw error }
        return (repeat try await (each futures).resultIgnoringCancellation().get())
    }

    /// Suspends until all futures have ended; returns their results in the order of the futures, failures too.
    ///
    /// A cancelled future has failed with `CancellationError`. If the calling task is cancelled, the futures that are
    /// pending are cancelled and those that run are awaited.
    public static nonisolated(nonsending) func allResults<Value>(
        _ futures: [Future<Value>]
    ) async -> [Result<Value, any Error>] {
        let watch = CompletionWatch(count: futures.count, until: .nothing)
        for future in futures { watch.add(future) }
        do {
            try await watch.wait()
        } catch {
            for future in futures { future.cancel() }
        }
        return await results(of: futures)
    }

    /// Waits for all, whatever happens to the calling task.
    private static nonisolated(nonsending) func results<Value>(
        of futures: [Future<Value>]
    ) async -> [Result<Value, any Error>] {
        var results: [Result<Value, any Error>] = []
        results.reserveCapacity(futures.count)
        for future in futures { results.append(await future.resultIgnoringCancellation()) }
        return results
    }
}
