import RuleCatalogue
import SourceModel

/// Which configuration holds in which directory: `.unblock.yml` files from the file's own folder upwards.
///
/// Reads each directory's file once; belongs to one thread.
final class ConfigurationTree {
    static let fileName = ".unblock.yml"

    private let fileSystem: any FileSystem
    private let rules: Set<RuleID>
    /// Holds everywhere and lies over what files say: the command line.
    private let commandLine: Configuration
    /// The file of `--config`; when given, no other is looked for.
    private let fixed: Configuration?
    private var byDirectory: [String: Configuration] = [:]
    /// Every file that was read, by absolute path.
    private var files: [String: Configuration] = [:]

    /// - Parameter path: absolute path of the only configuration file, or `nil` to look for them.
    init(
        path: String?, commandLine: Configuration, rules: Set<RuleID>, fileSystem: any FileSystem
    ) throws(UsageProblem) {
        self.fileSystem = fileSystem
        self.rules = rules
        self.commandLine = commandLine
        let only: Configuration?
        if let path { only = try Self.read(path, from: fileSystem, rules: rules) } else { only = nil }
        fixed = only
        if let path { files[path] = only }
    }

    /// What holds for the files of a directory.
    ///
    /// - Parameter directory: absolute and normalised.
    func configuration(for directory: String) throws(UsageProblem) -> Configuration {
        if let fixed { return commandLine.merged(over: fixed) }
        return commandLine.merged(over: try fromFiles(directory))
    }

    /// All that was read so far as one, for what holds in a whole program; files further down lie over those above.
    var combined: Configuration {
        let fromFiles = files.sorted { $0.key < $1.key }.reduce(Configuration()) { $1.value.merged(over: $0) }
        return commandLine.merged(over: fromFiles)
    }

    private func fromFiles(_ directory: String) throws(UsageProblem) -> Configuration {
        if let known = byDirectory[directory] { return known }
        var result = Configuration()
        if let parent = FilePath.parent(directory) { result = try fromFiles(parent) }
        let path = FilePath.join(directory, Self.fileName)
        if fileSystem.status(of: path)?.kind == .file {
            let own = try Self.read(path, from: fileSystem, rules: rules)
            files[path] = own
            result = own.merged(over: result)
        }
        byDirectory[directory] = result
        return result
    }

    private static func read(
        _ path: String, from fileSystem: any FileSystem, rules: Set<RuleID>
    ) throws(UsageProblem) -> Configuration {
        let text = try UsageProblem.text(of: path, called: "configuration", from: fileSystem)
        do throws(InvalidFile) {
            return try Configuration.decode(yaml: text, path: path, rules: rules)
        } catch {
            throw UsageProblem(error.description)
        }
    }
}

extension UsageProblem {
    /// Reads a file that the user wrote for unblock.
    ///
    /// - Parameter kind: what the message calls the file.
    static func text(
        of path: String, called kind: String, from fileSystem: any FileSystem
    ) throws(UsageProblem) -> String {
        do throws(FileFailure) {
            return String(decoding: try fileSystem.read(path, limit: 16 << 20), as: UTF8.self)
        } catch {
            throw UsageProblem("the \(kind) '\(path)' \(error.reason)")
        }
    }
}
