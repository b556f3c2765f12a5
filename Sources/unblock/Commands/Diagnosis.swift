import Analysis
import ExecutorFutures
import Reporting
import RuleCatalogue
import SourceModel

/// One line of `unblock doctor`.
struct Diagnosis: Sendable, Equatable {
    enum Mark: String, Sendable {
        case good = "✓"
        /// Something does not work, and most runs do not need it.
        case missing = "-"
        case bad = "✗"
    }

    let mark: Mark
    /// What was looked at, what was found, and what to do unless it is good.
    let finding: String

    init(_ mark: Mark, _ finding: String) {
        self.mark = mark
        self.finding = finding
    }

    var text: String { "\(mark.rawValue) \(finding)\n" }

    /// May block: it looks for programs.
    static func ofTheMachine() -> [Diagnosis] {
        [
            Diagnosis(.good, "unblock \(Version.current), \(Catalogue.builtIn.rules.count) rules"),
            Diagnosis(.good, "\(ThreadPoolExecutor.coreCount) processors: change it with --jobs"),
            junit(), program("swift", "only needed to build, not to lint"), program("git", "needed for --since"),
        ]
    }

    /// Writes a report with libxml2 and reads it back.
    static func junit() -> Diagnosis {
        let summary = Report.Summary(files: 0, lines: 0, seconds: 0)
        let report = Report(
            tool: .init(name: "unblock", version: Version.current), summary: summary, findings: [], files: [], rules: []
        )
        let sink = MemorySink()
        do {
            try ReportFormat.junit.writer(ReportOptions(timestamp: Clock.timestamp())).write(report, to: sink)
            let problems = try JUnitValidator.problems(in: sink.bytes, named: "report")
            guard let problem = problems.first else {
                return Diagnosis(.good, "libxml2 writes and validates JUnit reports")
            }
            return Diagnosis(.bad, "libxml2: \(problem.message): \(problem.advice)")
        } catch {
            return Diagnosis(.bad, "libxml2: \(error)")
        }
    }

    private static func program(_ name: String, _ use: String) -> Diagnosis {
        let folders = (Environment["PATH"] ?? "").split(separator: ":")
        let path = folders.map { "\($0)/\(name)" }.first { Files.isExecutable($0) }
        if let path { return Diagnosis(.good, "\(name): \(path)") }
        return Diagnosis(.missing, "\(name) is not in PATH: \(use)")
    }

    /// May block: it reads the index store of the last build.
    static func ofIndex(_ snapshot: Snapshot, _ directory: String) -> Diagnosis {
        guard let notes = CompilerNotes(named: nil, snapshot, workingDirectory: directory) else {
            return Diagnosis(
                .missing,
                "no index store beside the package: calls are resolved from the sources; 'swift build' makes one")
        }
        switch notes.joined(to: snapshot).outcome {
        case .used(let counts):
            return Diagnosis(
                .good,
                "index store: \(notes.store): \(counts.used) files as the compiler saw them, \(counts.stale) changed "
                    + "since, \(counts.missing) not seen")
        case .unusable(let reason):
            return Diagnosis(.missing, "index store: \(notes.store) is not used: \(reason)")
        case .none: return Diagnosis(.missing, "index store: \(notes.store) is not used")
        }
    }

    static func ofCache() -> Diagnosis {
        guard let folder = CacheChoice.usualFolder else {
            return Diagnosis(.missing, "no folder for caches: set HOME, or name one with --cache")
        }
        return Diagnosis(.good, "cache: \(folder): change it with --cache or --no-cache")
    }

    /// The nearest `.unblock.yml`; whether it can be used shows when the sources are read.
    static func ofConfiguration(above directory: String) -> Diagnosis {
        let files = LocalFileSystem()
        var folder = Optional(directory)
        while let current = folder {
            let path = FilePath.join(current, InitCommand.path)
            if files.status(of: path)?.kind == .file { return Diagnosis(.good, "configuration: \(path)") }
            folder = FilePath.parent(current)
        }
        return Diagnosis(.good, "configuration: none, the defaults hold ('unblock init' writes one)")
    }

    static func of(_ snapshot: Snapshot) -> [Diagnosis] {
        var checks = snapshot.unreadable.map { Diagnosis(.bad, "\($0.path): \($0.problem ?? "cannot be read")") }
        let reported = snapshot.files.filter(\.isReported)
        let modules = Set(reported.map(\.module.name)).sorted()
        if reported.isEmpty {
            checks.append(Diagnosis(.bad, "sources: no Swift file: run it in a package, or name a folder"))
        } else {
            let names = modules.prefix(8).joined(separator: ", ") + (modules.count > 8 ? ", …" : "")
            checks.append(
                Diagnosis(
                    .good, "sources: \(count(reported.count, "file")) in \(count(modules.count, "module")) (\(names))"))
        }
        return checks
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
