import ArgumentParser

/// Entry point: parses the arguments, runs one command, and turns whatever happened into an exit status.
///
/// No file is read and no table decoded before the arguments are parsed: `unblock --version` must be instant.
@main
struct Main {
    static func main() async {
        Signals.ignoreClosedPipes()
        try? await Threads.offload { Descriptors.occupyStandardOnes() }
        let status = await run(Array(CommandLine.arguments.dropFirst()))
        status.endProcess()
    }

    /// Runs one command line; never throws: every error has become a message and a status.
    ///
    /// - Parameter arguments: without the name of the program.
    static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            let command = try UnblockCommand.parseAsRoot(arguments)
            switch command {
            case let command as any BlockingCommand: return try await Threads.offload { try command.perform() }
            case let command as any AwaitingCommand: return try await command.perform()
            default:
                var command = command
                try command.run()
                return .success
            }
        } catch {
            return (try? await Threads.offload { FailureReport.write(error) }) ?? .fault
        }
    }
}

/// A command that waits for files, a terminal or other programs from start to end.
///
/// `perform()` may block: it runs on a thread of its own, never on the cooperative pool or the main thread.
protocol BlockingCommand: ParsableCommand, Sendable {
    func perform() throws -> ExitStatus
}

/// A command that uses several threads; `perform()` must not block.
protocol AwaitingCommand: ParsableCommand, Sendable {
    func perform() async throws -> ExitStatus
}
