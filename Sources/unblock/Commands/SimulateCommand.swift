import ArgumentParser
import SimulatedExecution

/// `unblock simulate`: the options; `SimulateRun` does the work.
struct SimulateCommand: AwaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the code around findings before and after a fix, in virtual time.",
        discussion: """
            The package around the file is read; each finding of the file, or of the line, is simulated.
            In the timelines each row is a thread; the scale is virtual time.
            Exit status: 0 nothing was confirmed, 1 a finding was, or the replayed run shows a problem.
            """)

    @Argument(
        help: ArgumentHelp("A Swift file, and the line of a finding in it.", valueName: "file[:line]"),
        completion: .file(extensions: ["swift"]))
    var place: SourcePlace

    @Option(help: ArgumentHelp("Schedules to explore before and after the fix, each.", valueName: "count"))
    var schedules = 256

    @Option(help: ArgumentHelp("What choices and latencies are drawn with.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Run this schedule of a report again, and tell it step by step.", valueName: "schedule"))
    var replay: ScheduleArgument?

    @Option(help: ArgumentHelp("Threads of the cooperative pool (default: one per processor).", valueName: "count"))
    var workers: Int?

    @Option(
        help: ArgumentHelp(
            "Write Chrome's trace format for Perfetto: the run before, and beside it the one after ('.after' in its name).",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var trace: String?

    @Option(help: "Colours and line drawing; NO_COLOR and CLICOLOR_FORCE are honoured.")
    var color: AutomaticChoice = .auto

    func validate() throws {
        if schedules < 1 { throw ValidationError("'--schedules' must be at least 1.") }
        if let workers, !(1...256).contains(workers) { throw ValidationError("'--workers' must be from 1 to 256.") }
    }

    func perform() async throws -> ExitStatus { try await SimulateRun(options: self).perform() }
}

/// `FILE` or `FILE:LINE`.
struct SourcePlace: ExpressibleByArgument, Hashable, Sendable {
    let file: String
    /// 1-based; `nil` for all lines.
    let line: Int?

    init?(argument: String) {
        if let colon = argument.lastIndex(of: ":"), let line = Int(argument[argument.index(after: colon)...]), line > 0,
            colon > argument.startIndex
        {
            self.init(file: String(argument[..<colon]), line: line)
        } else {
            guard !argument.isEmpty else { return nil }
            self.init(file: argument, line: nil)
        }
    }

    init(file: String, line: Int?) {
        self.file = file
        self.line = line
    }

    var text: String { line.map { "\(file):\($0)" } ?? file }
}

/// The text of a schedule; it is read when its errors can be told.
struct ScheduleArgument: ExpressibleByArgument, Sendable {
    let text: String

    init(argument: String) { text = argument }

    /// - Throws: `CommandFailure` for a text that is no schedule.
    func schedule() throws -> Schedule {
        do {
            return try Schedule(text)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension CommandFailure {
    /// Errors of schedules already say what happened and what to do, with a colon between.
    init(_ error: ScheduleError) {
        let parts = error.description.split(separator: ": ", maxSplits: 1)
        self.init(String(parts[0]), remedy: parts.count > 1 ? String(parts[1]) : "run the simulation again")
    }
}
