import Analysis
import ArgumentParser
import Reporting
import RuleCatalogue

/// Turns an error into one message on standard error and the exit status that fits.
enum FailureReport {
    /// May block on standard error or, for `--help` and `--version`, on standard output.
    static func write(_ error: any Error) -> ExitStatus {
        if let messages = messagesForTheUser(error) {
            for message in messages { StandardError.error(message) }
            return .unusable
        }
        if let status = error as? ExitCode { return status.isSuccess ? .success : .unusable }
        if UnblockCommand.exitCode(for: error).isSuccess { return writeRequestedText(error) }
        if UnblockCommand.exitCode(for: error) == .validationFailure {
            StandardError.error(usageMessage(error))
            return .unusable
        }
        StandardError.error("internal fault: \(error): please report it with the command that you ran")
        return .fault
    }

    /// The words of an error that the user can mend; `nil` for any other. Each says what happened and what to do.
    private static func messagesForTheUser(_ error: any Error) -> [String]? {
        switch error {
        case let failure as CommandFailure: ["\(failure.problem): \(failure.remedy)"]
        case let failure as UsageProblem: [failure.description]
        case let failure as ReportError: [failure.description]
        case let failure as InvalidFile: failure.problems.map(\.description)
        default: nil
        }
    }

    /// Help, the version and completion scripts arrive as errors, but they are what was asked for.
    private static func writeRequestedText(_ error: any Error) -> ExitStatus {
        var text = UnblockCommand.fullMessage(for: error)
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        do {
            try StandardOutput.write(text)
            return .success
        } catch {
            return write(error)
        }
    }

    /// ArgumentParser's message in the form of all others; its hint names the subcommand whose help is wanted.
    private static func usageMessage(_ error: any Error) -> String {
        var problem = UnblockCommand.message(for: error)
        if problem.hasPrefix("Error: ") { problem.removeFirst("Error: ".count) }
        while let last = problem.last, last == "." || last.isNewline { problem.removeLast() }
        problem = onOneLine(problem)
        let hint = UnblockCommand.fullMessage(for: error).split(separator: "'").last { $0.hasSuffix("--help") }
        return "\(problem): see '\(hint ?? "unblock --help")'"
    }

    /// The parser lists permitted values on lines of their own; a message has one line.
    private static func onOneLine(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n") {
            let isItem = line.hasPrefix("  - ")
            if !result.isEmpty { result += isItem && !result.hasSuffix(":") ? ", " : " " }
            result += isItem ? line.dropFirst(4) : line
        }
        return result
    }
}
