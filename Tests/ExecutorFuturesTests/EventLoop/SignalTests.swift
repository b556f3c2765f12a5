import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Signals of the process; one test at a time, since they belong to all of it.
@Suite(.serialized) struct SignalTests {
    @Test func everyListenerOnEveryLoopGetsIt() async throws {
        let loops = try (0..<2).map { try EventLoop.onOwnThread(name: "signals-\($0)") }
        let listening = try loops.map { loop in
            let signals = try loop.signals(.user1, .windowChange)
            return loop.submit { () -> Signal? in
                for await signal in signals { return signal }
                return nil
            }
        }
        kill(getpid(), SIGUSR1)
        for future in listening { #expect(try await future.value == .user1) }
        for loop in loops { await loop.shutdown() }
    }

    @Test func whatWasBeforeIsRestoredWithTheLastListener() async throws {
        // If it were not, the last signal would end this process or go nowhere.
        let before = signal(SIGUSR2, SIG_IGN)
        defer { _ = signal(SIGUSR2, before) }
        let loop = try EventLoop.onOwnThread()
        for _ in 0..<2 {
            let signals = try loop.signals(.user2)
            #expect(action(of: SIGUSR2) != ignored)
            let listener = loop.submit { () -> Signal? in
                for await signal in signals { return signal }
                return nil
            }
            kill(getpid(), SIGUSR2)
            #expect(try await listener.value == .user2)
        }
        // The task that listened lets go of the signals behind its result, before the loop takes anything else.
        try await loop.submit {}.value
        #expect(action(of: SIGUSR2) == ignored)
        kill(getpid(), SIGUSR2)
        await loop.shutdown()
    }

    @Test func theEndOfTheTaskEndsTheListening() async throws {
        let loop = try EventLoop.onOwnThread()
        let before = action(of: SIGHUP)
        let signals = try loop.signals(.hangUp)
        let listener = loop.submit { for await _ in signals {} }
        #expect(action(of: SIGHUP) != before)
        await loop.shutdown()
        #expect(listener.isDone)
        #expect(action(of: SIGHUP) == before)
    }

    @Test func whatCannotBeCaughtIsRefused() async throws {
        let loop = try EventLoop.onOwnThread()
        let before = action(of: SIGUSR1)
        #expect(throws: EventLoopError.cannotCatch(Signal(rawValue: SIGKILL), code: EINVAL)) {
            try loop.signals(.user1, Signal(rawValue: SIGKILL))
        }
        #expect(throws: EventLoopError.cannotCatch(Signal(rawValue: -1), code: EINVAL)) {
            try loop.signals(Signal(rawValue: -1))
        }
        #expect(action(of: SIGUSR1) == before)
        await loop.shutdown()
    }

    /// What the process does on a signal, as a number that can be compared.
    private func action(of signal: Int32) -> UInt {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return withUnsafeBytes(of: &action) { $0.load(as: UInt.self) }
    }

    private var ignored: UInt { 1 }
}
