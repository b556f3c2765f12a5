import Analysis
import ArgumentParser
import Reporting
import RuleCatalogue
import SourceModel

/// `unblock lint`: the options; `LintRun` does the work.
struct LintCommand: AwaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report the calls that block async code.",
        discussion: """
            Without a path, the package in the working directory is read.
            Lines and columns are 1-based; columns count UTF-8 bytes.
            Only the report goes to standard output.
            """)

    @Argument(
        help: ArgumentHelp("Files and folders to read; '-' reads one file from standard input.", valueName: "path"),
        completion: .file(extensions: ["swift"]))
    var paths: [String] = []

    @OptionGroup(title: "Reports") var output: OutputOptions
    @OptionGroup(title: "What is reported") var selection: SelectionOptions
    @OptionGroup(title: "Fixes") var fixing: FixOptions
    @OptionGroup(title: "How it runs") var running: RunningOptions

    func validate() throws {
        if paths.contains("-"), paths.count > 1 {
            throw ValidationError("'-' cannot be combined with other paths.")
        }
        if selection.stdinFilename != nil, paths != ["-"] {
            throw ValidationError("'--stdin-filename' needs '-' as the only path.")
        }
        if fixing.includesReview || fixing.diff, !fixing.fix {
            throw ValidationError("'--unsafe-fixes' and '--diff' need '--fix'.")
        }
        if fixing.fix, paths == ["-"], !fixing.diff {
            throw ValidationError("Standard input cannot be changed: add '--diff'.")
        }
        if fixing.fix, selection.writeBaseline != nil {
            throw ValidationError("'--fix' and '--write-baseline' exclude each other.")
        }
        if let jobs = running.jobs, jobs < 1 {
            throw ValidationError("'--jobs' must be at least 1.")
        }
        if running.noCache, running.cache != nil {
            throw ValidationError("'--cache' and '--no-cache' exclude each other.")
        }
        if running.noIndexStore, running.indexStore != nil {
            throw ValidationError("'--index-store' and '--no-index-store' exclude each other.")
        }
        if selection.writeBaseline != nil, selection.shard != nil {
            throw ValidationError("'--write-baseline' needs the whole tree: leave '--shard' out.")
        }
        if selection.writeBaseline != nil, selection.baseline != nil {
            throw ValidationError("'--baseline' and '--write-baseline' exclude each other.")
        }
    }

    func perform() async throws -> ExitStatus { try await LintRun(options: self).perform() }
}

/// What is written, and where.
struct OutputOptions: ParsableArguments, Sendable {
    @Option(help: "What goes to standard output.")
    var format: ReportFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("One more report from the same run; repeatable.", valueName: "format=file"))
    var files: [ReportDestination] = []

    @Option(help: "strict: valid under the public JUnit schemas; extended: file and line on each case too.")
    var junitProfile: JUnitProfile = .extended

    @Option(help: "Colours in the text report; NO_COLOR and CLICOLOR_FORCE are honoured.")
    var color: AutomaticChoice = .auto

    @Flag(help: "Print how many findings each rule has, and where the time went, on standard error.")
    var statistics = false

    @Flag(help: "Leave durations and the time of day out of all reports.")
    var reproducible = false
}

/// Which files and findings take part.
struct SelectionOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("Configuration file; the default is the nearest '.unblock.yml'.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Option(name: .customLong("rule"), help: ArgumentHelp("Only this rule; repeatable.", valueName: "id"))
    var rules: [String] = []

    @Option(
        name: .customLong("exclude"),
        help: ArgumentHelp("Leave out files whose path matches; repeatable.", valueName: "glob"))
    var excludes: [String] = []

    @Flag(help: "Leave out excluded files also when they are named one by one, as hooks do.")
    var forceExclude = false

    @Option(help: "The least certain findings to report (default: the configuration's, or likely).")
    var minConfidence: Confidence?

    @Option(help: "The least severity that makes the exit status 1 (default: the configuration's, or warning).")
    var failOn: FailThreshold?

    @Option(help: ArgumentHelp("Only findings on lines that changed since this commit.", valueName: "gitref"))
    var since: String?

    @Option(help: ArgumentHelp("Hide the findings that this file lists.", valueName: "file"), completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp("List all findings in this file and exit with 0.", valueName: "file"), completion: .file())
    var writeBaseline: String?

    @Option(help: ArgumentHelp("Read this part of the files: '1/4' to '4/4'.", valueName: "i/n"))
    var shard: Shard?

    @Option(help: ArgumentHelp("The path that standard input stands for.", valueName: "path"), completion: .file())
    var stdinFilename: String?
}

/// What is changed.
struct FixOptions: ParsableArguments, Sendable {
    @Flag(help: "Apply the safe fixes and report what is left.")
    var fix = false

    @Flag(name: .customLong("unsafe-fixes"), help: "With --fix: also those that somebody should look at.")
    var includesReview = false

    @Flag(help: "With --fix: change nothing, and print the changes instead of the report.")
    var diff = false
}

/// How the work is done, and what it is done with.
struct RunningOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("Files to read at the same time (default: one per processor).", valueName: "count"))
    var jobs: Int?

    @Flag(
        name: .customLong("dependencies"),
        help: "Read the sources of checked-out dependencies too: a call into them blocks if their code does.")
    var readsDependencies = false

    @Option(
        help: ArgumentHelp(
            "Take what calls mean from this index store of a build (default: the one beside the package, if there is one).",
            valueName: "dir"),
        completion: .directory)
    var indexStore: String?

    @Flag(help: "Decide what calls mean from the sources alone.")
    var noIndexStore = false

    @Option(
        help: ArgumentHelp(
            "Keep what unchanged files say in this folder (default: unblock's in the user's folder of caches).",
            valueName: "dir"),
        completion: .directory)
    var cache: String?

    @Flag(help: "Read and write no cache.")
    var noCache = false

    @Flag(name: .customLong("no-simulate"), help: "Leave findings without verdicts.")
    var noSimulate = false

    @Option(help: "A progress bar on standard error for work that takes over a second.")
    var progress: AutomaticChoice = .auto

    @Option(
        help: ArgumentHelp(
            "Log on standard error: trace, debug, info, notice, warning, error or critical; UNBLOCK_LOG does the same.",
            valueName: "level"))
    var logLevel: LogLevel?
}
