import ProgramModel
import RuleCatalogue

/// One file of a snapshot: its text, and what the workspace knows about it.
package struct SourceFile: Sendable {
    /// As reports print it: relative to the working directory where that is possible, with `/`. Unique in a snapshot.
    package var path: String
    /// As the patterns of its configuration spell it: absolute for files of a disk.
    package var location: String
    /// Does not depend on where the run was started; fingerprints and shards are made of it.
    package var stablePath: String
    package var text: [UInt8] {
        // Notes about another text would lie.
        didSet { callees = nil }
    }
    /// When the disk's file was last written, in nanoseconds since 1970; `nil` for texts that are on no disk.
    package var modified: Int?
    /// What the compiler noted about this text.
    package var callees: CompilerCallees?
    package var module: Module
    package var configuration: Configuration
    /// False for files that are read only so that calls into them are understood.
    package var isReported: Bool

    /// - Parameters:
    ///   - location: `path` when not given, as is `stablePath`.
    package init(
        path: String, location: String? = nil, stablePath: String? = nil, text: [UInt8],
        module: Module = Module(name: "main"), configuration: Configuration = Configuration(), isReported: Bool = true
    ) {
        self.path = path
        self.location = location ?? path
        self.stablePath = stablePath ?? path
        self.text = text
        self.module = module
        self.configuration = configuration
        self.isReported = isReported
    }
}
