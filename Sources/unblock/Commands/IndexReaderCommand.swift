import Analysis
import ArgumentParser
import IndexStore

/// Reads an index store in a process of its own, for `lint`: the library that does it trusts the files it reads.
///
/// Ends by itself after a while, whatever the store makes the library do.
struct IndexReaderCommand: BlockingCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-index", abstract: "Print what an index store says, for unblock itself.",
        shouldDisplay: false)

    @Option var store: String
    @Option var library: String
    /// Only files below are of interest.
    @Option var root: String
    /// Nor are files below this folder.
    @Option var except: String?

    func perform() throws -> ExitStatus {
        Signals.endAfter(seconds: 20)
        guard let library = IndexLibrary(path: library), let reader = StoreReader(store, library) else {
            return .unusable
        }
        let files = reader.files { file in
            let path = FilePath.normalized(file)
            return FilePath.isPath(path, within: root) && except.map { FilePath.isPath(path, within: $0) } != true
        }
        try StandardOutput.write(CompilerIndex.encoded(files))
        return .success
    }
}
