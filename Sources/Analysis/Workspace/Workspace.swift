import ExecutorFutures
import RuleCatalogue
import SourceModel

/// The files of a disk as a snapshot. All input of an analysis happens here.
package struct Workspace: Sendable {
    private let fileSystem: any FileSystem

    package init(fileSystem: any FileSystem = LocalFileSystem()) { self.fileSystem = fileSystem }

    /// What a run needs.
    package struct Contents: Sendable {
        package var snapshot: Snapshot
        /// The given catalogue with what the configurations add.
        package var catalogue: Catalogue
        /// What holds in the working directory.
        package var configuration: Configuration
        /// Absolute; where the paths of the snapshot start.
        package var workingDirectory: String
    }

    /// Finds and reads the files. A file that cannot be read becomes a problem of that file, the others are read.
    ///
    /// - Parameter executor: where the files are read.
    /// - Throws: `UsageProblem` for an argument that is not there or a configuration that cannot be used; what the
    ///   executor throws.
    package nonisolated(nonsending) func load(
        _ request: WorkspaceRequest, catalogue: Catalogue, on executor: any FutureExecutor
    ) async throws -> Contents {
        let fileSystem = fileSystem
        let listing = try await executor.run { try FileListing(request, catalogue: catalogue, fileSystem: fileSystem) }
        let overlays = request.overlays
        let limit = request.sizeLimit
        let texts = try await executor.map(listing.files, chunkSize: 8) { file -> Result<[UInt8], FileFailure> in
            if let overlay = overlays[file.location] { return .success(overlay) }
            return Result { () throws(FileFailure) in try fileSystem.read(file.location, limit: limit) }
        }
        var files: [SourceFile] = []
        var unreadable = listing.problems
        for (var file, text) in zip(listing.files, texts) {
            switch text {
            case .success(let text):
                file.text = text
                let isGenerated = !listing.explicit.contains(file.location) && GeneratedMarker.isPresent(in: text)
                if isGenerated { file.isReported = false }
                files.append(file)
            case .failure(let failure) where file.isReported:
                unreadable.append(AnalyzedFile(path: file.path, lines: 0, problem: "the file \(failure.reason)"))
            case .failure: break
            }
        }
        return Contents(
            snapshot: Snapshot(files: files, unreadable: unreadable), catalogue: listing.catalogue,
            configuration: listing.configuration, workingDirectory: request.workingDirectory)
    }
}
