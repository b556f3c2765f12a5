/// Running other programs.
///
/// It is own code and not swift-subprocess (1.0.2 was looked at), because that watches its children and their pipes with
/// a thread and an `epoll` of its own. Here the loop does it: one thread, one order of events, and the same streams with
/// the same framing as for sockets and terminals. Take swift-subprocess where there is no loop.
extension EventLoop {
    /// Starts a program, and returns when `body` and the program have ended; from any task.
    ///
    /// ```swift
    /// let size = try await loop.withProcess(Command("du", "-s", path)) { process in
    ///     try await process.output?.line()
    /// }
    /// ```
    /// No program outlives the call: when `body` has returned, its streams are closed and its end is awaited; when
    /// `body` throws, or the task is cancelled, it is stopped. It is always reaped, once, and what it has started is
    /// stopped with it, unless it reads this process's standard input; see ``Command/Input/inherited``.
    ///
    /// A thread of ``defaultExecutor`` starts the program, since that takes a millisecond or more.
    /// - Parameters:
    ///   - policy: how the program is ended if it must be.
    ///   - body: uses the program; asks for ``RunningProcess/exit()`` if it wants to know how it ended.
    /// - Throws: ``StreamError/refused(call:code:)`` if it cannot be started; what `body` throws; `CancellationError`.
    public nonisolated(nonsending) func withProcess<Value>(
        _ command: Command, stopping policy: StopPolicy = .terminate(killAfter: .seconds(5)),
        _ body: nonisolated(nonsending) (RunningProcess) async throws -> Value
    ) async throws -> Value {
        let process = try await start(command)
        do {
            let value = try await body(process)
            process.closeStreams()
            _ = try await process.exit()
            return value
        } catch {
            await process.stop(policy)
            throw error
        }
    }

    /// A function of its own, because a pipe is only closed when nobody holds it, local variables included.
    private nonisolated(nonsending) func start(_ command: Command) async throws -> RunningProcess {
        let (child, pipes) = try await toThread { try ProcessPipes.start(command) }
        return RunningProcess(child, leadsGroup: command.input != .inherited, pipes: pipes, loop: self)
    }

    /// Runs a program to its end and returns what it has written; `communicate` in asyncio; from any task.
    ///
    /// - Parameters:
    ///   - input: what the program reads. It may end without having read it all.
    ///   - limit: the most bytes of each of its streams; a program that writes more is stopped.
    ///   - policy: how the program is ended if it must be.
    /// - Throws: ``StreamError/refused(call:code:)`` if it cannot be started; ``StreamError/limitExceeded(limit:)``;
    ///   `CancellationError`.
    public nonisolated(nonsending) func output(
        of command: Command, input: [UInt8] = [], limit: Int = .max,
        stopping policy: StopPolicy = .terminate(killAfter: .seconds(5))
    ) async throws -> CommandOutput {
        var command = command
        if !input.isEmpty { command.input = .stream }
        return try await withProcess(command, stopping: policy) { process in
            var result = CommandOutput(output: [], errors: [], exit: .unknown)
            // A group, because the first failure must end the others: a program whose output nobody reads never ends.
            try await withThrowingTaskGroup(of: CommandOutput.Part.self) { group in
                group.addTask { .output(try await process.output?.readToEnd(limit: limit) ?? []) }
                group.addTask { .errors(try await process.errors?.readToEnd(limit: limit) ?? []) }
                group.addTask {
                    try await process.feed(input)
                    return .exit(try await process.exit())
                }
                for try await part in group { result.set(part) }
            }
            return result
        }
    }
}

/// What a program has left behind.
public struct CommandOutput: Hashable, Sendable {
    /// What it wrote to standard output, if that was a stream.
    public var output: [UInt8]
    /// What it wrote to standard error, if that was a stream.
    public var errors: [UInt8]
    /// How it ended.
    public var exit: ProcessExit

    /// ``output`` as text; bytes that are no UTF-8 are replaced by U+FFFD.
    public var text: String { String(decoding: output, as: UTF8.self) }
}

extension CommandOutput {
    fileprivate enum Part {
        case output([UInt8])
        case errors([UInt8])
        case exit(ProcessExit)
    }

    fileprivate mutating func set(_ part: Part) {
        switch part {
        case .output(let bytes): output = bytes
        case .errors(let bytes): errors = bytes
        case .exit(let exit): self.exit = exit
        }
    }
}

extension RunningProcess {
    /// Writes all input and ends it.
    fileprivate nonisolated(nonsending) func feed(_ bytes: [UInt8]) async throws {
        do {
            try await input?.write(bytes)
            try await input?.finish()
        } catch StreamError.brokenPipe {
            // It did not want to know the rest.
        }
    }
}
