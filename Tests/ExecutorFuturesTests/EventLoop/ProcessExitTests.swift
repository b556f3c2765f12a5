import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Child processes: how they ended, told once.
@Suite struct ProcessExitTests {
    private func shell(_ script: String) throws -> pid_t { try StartedProgram.start("/bin/sh", ["-c", script]) }

    @Test func theWayAChildEndedIsTold() throws {
        try EventLoop.run { loop in
            let failing = try shell("exit 3")
            let fine = try shell("exit 0")
            let killed = try shell("kill -9 $$")
            #expect(try await loop.exitStatus(of: failing) == .exited(code: 3))
            #expect(try await loop.exitStatus(of: fine).isSuccess)
            #expect(try await loop.exitStatus(of: killed) == .signalled(Signal(rawValue: SIGKILL)))
        }
    }

    @Test func manyChildrenAreAwaitedAtOnce() throws {
        let statuses = try EventLoop.run { loop in
            try await withThrowingTaskGroup(of: Int32.self) { group in
                for code in 0..<10 {
                    group.addTask {
                        guard case .exited(let code) = try await loop.exitStatus(of: shell("exit \(code)")) else {
                            return -1
                        }
                        return code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(statuses.sorted() == Array(0..<10))
    }

    @Test func aStatusIsTakenOnce() throws {
        try EventLoop.run { loop in
            let child = try shell("exit 0")
            _ = try await loop.exitStatus(of: child)
            await #expect(throws: EventLoopError.noChild(child, code: ECHILD)) { try await loop.exitStatus(of: child) }
            await #expect(throws: EventLoopError.noChild(0x3FFF_FFFF, code: ECHILD)) {
                try await loop.exitStatus(of: 0x3FFF_FFFF)
            }
        }
    }

    @Test func aCancelledWaitLeavesTheChildItsStatus() throws {
        try EventLoop.run { loop in
            let child = try shell("exec sleep 1000")
            let wait = loop.spawn { try await loop.exitStatus(of: child) }
            await loop.yield()
            wait.cancel()
            await #expect(throws: CancellationError.self) { try await wait.value }
            // No milder one: threads of the cooperative pool block signals, and children inherit that.
            kill(child, SIGKILL)
            #expect(try await loop.exitStatus(of: child) == .signalled(Signal(rawValue: SIGKILL)))
        }
    }

    @Test func aVirtualLoopWaitsForARealChild() throws {
        let status = try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            loop.callLater(after: .seconds(1)) { Issue.record("time passed") }.cancel()
            return try await loop.exitStatus(of: shell("exit 5"))
        }
        #expect(status == .exited(code: 5))
    }

    @Test func signalsChildrenAndPipesWorkSideBySide() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            let windows = try loop.signals(.windowChange)
            async let signal = windows.first { _ in true }
            async let status = loop.exitStatus(of: shell("exit 1"))
            async let readable: Void = loop.waitUntilReadable(pipe.reader)
            kill(getpid(), SIGWINCH)
            pipe.write([1])
            try await readable
            #expect(await signal == .windowChange)
            #expect(try await status == .exited(code: 1))
        }
    }
}
