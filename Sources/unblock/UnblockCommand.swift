import ArgumentParser

/// The root command: it only lists the others.
struct UnblockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock",
        abstract: "Find the calls that block Swift concurrency code.",
        discussion: """
            Start with 'unblock lint' in the folder of a Swift package.
            Exit status: 0 no findings, 1 findings, 2 unusable command, configuration or input, 70 fault in unblock.
            """,
        version: Version.current,
        subcommands: [
            LintCommand.self, LSPCommand.self, SimulateCommand.self, ExplainCommand.self, RulesCommand.self,
            ReportCommand.self,
            InitCommand.self, DoctorCommand.self, IndexReaderCommand.self,
        ])
}
