import RuleCatalogue

/// Which files a run is about.
package struct WorkspaceRequest: Sendable {
    /// Absolute; paths in reports start from here.
    package var workingDirectory: String
    /// Files and directories as the user wrote them; none means the package around the working directory.
    package var arguments: [String] = []
    /// The file of `--config`; when given, no `.unblock.yml` is looked for.
    package var configurationPath: String?
    /// What options of the command line say; lies over all files. Its patterns must be based on absolute paths.
    package var commandLine = Configuration()
    /// Texts that stand in for what the disk has, by absolute path: standard input, documents open in an editor.
    package var overlays: [String: [UInt8]] = [:]
    /// Bytes; a greater file is not read.
    package var sizeLimit = 16 << 20
    /// Whether the rest of the packages is read too, so that calls into files that were not asked for are understood.
    package var readsContext = true
    /// Whether files that are named one by one are left out as well when the configuration excludes them.
    package var excludesNamedFiles = false
    /// Whether the sources of the packages' dependencies are read, so that calls into them are understood.
    package var readsDependencies = false

    package init(workingDirectory: String) { self.workingDirectory = FilePath.normalized(workingDirectory) }
}

extension WorkspaceRequest {
    /// Names what the request and the files of settings that it led to decide; paths and texts of sources come on top.
    func settings(_ answers: ContentHash) -> ContentHash {
        var hash = answers
        hash.add(workingDirectory)
        for argument in arguments { hash.add(argument) }
        hash.add(configurationPath)
        hash.add(commandLine.chosenMinConfidence?.rawValue)
        hash.add(commandLine.chosenFailOn?.rawValue)
        hash.add(sizeLimit)
        hash.add(readsContext)
        hash.add(excludesNamedFiles)
        hash.add(readsDependencies)
        return hash
    }
}
