import ArgumentParser
import Reporting

/// `unblock report`: work on JUnit reports that are already written.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Merge or validate JUnit reports.",
        subcommands: [ReportMergeCommand.self, ReportValidateCommand.self])
}

/// `unblock report merge`: the reports of several machines become one.
struct ReportMergeCommand: BlockingCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Put JUnit reports together, such as those of '--shard'.")

    @Argument(help: ArgumentHelp("JUnit reports.", valueName: "file"), completion: .file(extensions: ["xml"]))
    var files: [String]

    @Option(
        help: ArgumentHelp("Where the report goes; the default is standard output.", valueName: "file"),
        completion: .file(extensions: ["xml"]))
    var output: String?

    func perform() throws -> ExitStatus {
        let documents = try files.map { try JUnitReader.read(try ReportInput.read($0), named: $0) }
        if let output {
            try ReportFile.replace(output) { sink throws(ReportError) in try JUnitMerger.merge(documents, to: sink) }
        } else {
            try JUnitMerger.merge(documents, to: StandardOutput.Sink())
        }
        return .success
    }
}

/// `unblock report validate`: is a file a JUnit report that CI systems accept?
struct ReportValidateCommand: BlockingCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check that a file is a JUnit report that CI systems read in full; exit status 1 when it is not.")

    @Argument(help: ArgumentHelp("A JUnit report.", valueName: "file"), completion: .file(extensions: ["xml"]))
    var file: String

    func perform() throws -> ExitStatus {
        let problems = try JUnitValidator.problems(in: try ReportInput.read(file), named: file)
        for problem in problems {
            try StandardOutput.write("\(file):\(problem.line): \(problem.message): \(problem.advice)\n")
        }
        return problems.isEmpty ? .success : .findings
    }
}
