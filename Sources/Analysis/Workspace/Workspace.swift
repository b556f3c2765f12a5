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
        let (listing, settings) = try await executor.run {
            let recording = RecordingFileSystem(fileSystem)
            let listing = try FileListing(request, catalogue: catalogue, fileSystem: recording)
            return (listing, request.settings(recording.recorded))
        }
        let overlays = request.overlays
        let limit = request.sizeLimit
        let texts = try await executor.map(listing.files, chunkSize: 8) {
            file -> Result<(text: [UInt8], time: Int?), FileFailure> in
            if let overlay = overlays[file.location] { return .success((overlay, nil)) }
            return Result { () throws(FileFailure) in
                let text = try fileSystem.read(file.location, limit: limit)
                // Asked afterwards: a file that changes meanwhile must not look older than its text.
                return (text, fileSystem.status(of: file.location)?.modified)
            }
        }
        var files: [SourceFile] = []
        var unreadable = listing.problems
        for (var file, text) in zip(listing.files, texts) {
            switch text {
            case .success((let text, let time)):
                file.text = text
                file.modified = time
                let isGenerated = !listing.explicit.contains(file.location) && GeneratedMarker.isPresent(in: text)
                if isGenerated { file.isReported = false }
                files.append(file)
            case .failure(let failure) where file.isReported:
                unreadable.append(AnalyzedFile(path: file.path, lines: 0, problem: "the file \(failure.reason)"))
            case .failure: break
            }
        }
        return Contents(
            snapshot: Snapshot(files: files, unreadable: unreadable, settings: settings), catalogue: listing.catalogue,
            configuration: listing.configuration, workingDirectory: request.workingDirectory)
    }
}
