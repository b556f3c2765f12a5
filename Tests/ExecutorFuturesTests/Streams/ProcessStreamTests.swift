import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Programs that a loop starts, feeds, reads and ends.
@Suite struct ProcessStreamTests {
    @Test func outputErrorsAndExitAreCollected() throws {
        let result = try EventLoop.run { loop in
            var command = Command("sh", "-c", "cat; echo oops >&2; exit 3")
            command.errors = .stream
            return try await loop.output(of: command, input: Array("fed".utf8))
        }
        #expect(
            result == CommandOutput(output: Array("fed".utf8), errors: Array("oops\n".utf8), exit: .exited(code: 3)))
        #expect(result.text == "fed")
    }

    @Test func megabytesGoThroughAProgram() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
        let result = try EventLoop.run { loop in try await loop.output(of: Command("cat"), input: bytes) }
        #expect(result.output == bytes)
        #expect(result.exit == .exited(code: 0))
    }

    @Test func aProgramMayLeaveItsInputUnread() throws {
        let result = try EventLoop.run { loop in
            try await loop.output(of: Command("true"), input: [UInt8](repeating: 1, count: 1 << 20))
        }
        #expect(result.exit == .exited(code: 0))
    }

    @Test func aConversationIsPossible() throws {
        try EventLoop.run { loop in
            var command = Command("sh", "-c", "while read line; do echo \"<$line>\"; done; echo end")
            command.input = .stream
            try await loop.withProcess(command) { process in
                let (input, output) = (try #require(process.input), try #require(process.output))
                for word in ["a", "b"] {
                    try await input.write(word + "\n")
                    #expect(try await output.line() == "<\(word)>")
                }
                #expect(process.exitIfEnded == nil)
                try await input.finish()
                #expect(try await output.line() == "end")
                #expect(try await process.exit() == .exited(code: 0))
                #expect(process.exitIfEnded == .exited(code: 0))
                #expect(!process.terminate())
            }
        }
    }

    @Test func aProgramGetsItsFolderItsVariablesAndNothingElse() throws {
        try TemporaryFolder.use { folder in
            let result = try EventLoop.run { loop in
                var command = Command(
                    "/bin/sh", "-c", "pwd -P; echo \"$A $B\"; read x || echo none; ls /dev/fd | wc -l")
                command.workingDirectory = folder
                command.environment = .only(["A": "1", "PATH": "/usr/bin:/bin"])
                return try await loop.output(of: command).text
            }
            let lines = result.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
            #expect(lines[0].hasSuffix(folder))
            #expect(lines[1...2] == ["1 ", "none"])
            // Three streams, and the folder that `ls` reads.
            #expect(lines[3] == "4")
        }
    }

    @Test func errorsMayGoWhereTheOutputGoes() throws {
        let text = try EventLoop.run { loop in
            var command = Command("sh", "-c", "echo 1; echo 2 >&2; echo 3")
            command.errors = .output
            return try await loop.output(of: command).text
        }
        #expect(text == "1\n2\n3\n")
    }

    @Test func whatCannotBeStartedSaysWhy() throws {
        try EventLoop.run { loop in
            let error = StreamError.refused(call: "starting '/no/such/program'", code: ENOENT)
            await #expect(throws: error) { try await loop.output(of: Command("/no/such/program")) }
            await #expect(throws: StreamError.self) { try await loop.output(of: Command("no-such-program-anywhere")) }
        }
    }

    @Test(arguments: [StopPolicy.kill, .terminate(killAfter: .seconds(60))])
    func aCancelledTaskLeavesNoProgramBehind(_ policy: StopPolicy) throws {
        try EventLoop.run { loop in
            let started = Promise<(Int32, StreamReader)>()
            let task = loop.spawn {
                // The second program belongs to the first, and holds the same output.
                try await loop.withProcess(Command("sh", "-c", "echo; sleep 1000 & sleep 1000"), stopping: policy) {
                    process in
                    _ = try await process.output?.line()
                    started.fulfill((process.id, try #require(process.output)))
                    _ = try await process.exit()
                }
            }
            let (id, _) = try await started.future.value
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(waitpid(id, nil, WNOHANG) == -1 && errno == ECHILD)
        }
    }

    @Test func aProgramThatWillNotListenIsKilled() throws {
        let exit = try EventLoop.run { loop in
            let exit = Promise<ProcessExit>()
            await #expect(throws: Failure(number: 1)) {
                try await loop.withProcess(
                    Command("sh", "-c", "trap '' TERM; echo; while :; do sleep 1000; done"),
                    stopping: .terminate(killAfter: .milliseconds(1))
                ) { process in
                    _ = try await process.output?.line()
                    loop.spawn { exit.fulfill(try await process.exit()) }
                    await loop.yield()
                    throw Failure(number: 1)
                }
            }
            return try await exit.future.value
        }
        #expect(exit == .signalled(Signal(rawValue: SIGKILL)))
    }

    @Test func tooMuchOutputStopsTheProgram() throws {
        try EventLoop.run { loop in
            await #expect(throws: StreamError.limitExceeded(limit: 1000)) {
                try await loop.output(of: Command("yes"), limit: 1000, stopping: .kill)
            }
            await #expect(throws: StreamError.limitExceeded(limit: 1000)) {
                var command = Command("sh", "-c", "yes >&2")
                command.errors = .stream
                _ = try await loop.output(of: command, limit: 1000, stopping: .kill)
            }
        }
    }

    @Test func anybodyMayRunAProgram() async throws {
        let loop = try EventLoop.onOwnThread(name: "programs")
        let text = try await loop.output(of: Command("echo", "from elsewhere")).text
        #expect(text == "from elsewhere\n")
        await loop.shutdown()
    }

    @Test func aProgramMayRunInVirtualTime() throws {
        let (exit, took) = try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            var command = Command("sh", "-c", "exit 5")
            command.output = .discarded
            let start = loop.clock.now
            let exit = try await loop.withProcess(command) { try await $0.exit() }
            return (exit, start.duration(to: loop.clock.now))
        }
        #expect(exit == .exited(code: 5))
        #expect(took == .zero)
    }
}
