import Testing

@testable import ExecutorFutures

@Suite struct CancellationShieldTests {
    @TaskLocal static var name = "none"

    @Test func aShieldedBodyDoesNotSeeTheCancellationAndTheCallerWaitsForIt() async throws {
        let goOn = AsyncEvent()
        let task = Task {
            await eventually { Task.isCancelled }
            let value = try await withCancellationShield {
                #expect(!Task.isCancelled)
                try await goOn.wait()
                return 3
            }
            #expect(Task.isCancelled)
            return value
        }
        task.cancel()
        await eventually { goOn.waiters.count == 1 }
        goOn.set()
        #expect(try await task.value == 3)
    }

    @Test func aShieldedBodyCanTakeALockInACancelledTask() async throws {
        let lock = AsyncLock()
        try await lock.lock()
        let task = Task {
            await eventually { Task.isCancelled }
            try await withCancellationShield { try await lock.lock() }
            lock.unlock()
        }
        task.cancel()
        await eventually { lock.waiters.count == 1 }
        lock.unlock()
        try await task.value
        #expect(!lock.isLocked)
    }

    @Test func errorsKeepTheirTypeAndTaskLocalsTheirValues() async {
        let error = await Self.$name.withValue("outer") {
            do throws(Failure) {
                try await withCancellationShield { () async throws(Failure) in
                    #expect(Self.name == "outer")
                    throw Failure(number: 4)
                }
                return Failure(number: 0)
            } catch {
                return error
            }
        }
        #expect(error == Failure(number: 4))
    }

    @Test func theBodyKeepsTheIsolationOfItsActor() async {
        actor Counter {
            var count = 0

            func add() async -> Int {
                await withCancellationShield {
                    assertIsolated()
                    count += 1
                    return count
                }
            }
        }
        #expect(await Counter().add() == 1)
    }
}
