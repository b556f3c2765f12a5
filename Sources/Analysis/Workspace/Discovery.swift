/// Finds the Swift files below directories; the result does not depend on the order in which a disk lists names.
///
/// Links are followed after everything that is reached without them, and a directory is entered once however many
/// links lead to it, so loops end and a file keeps its plain name.
package struct Discovery {
    /// Whether the configuration leaves a path out.
    package typealias Filter = (_ absolutePath: String, _ isDirectory: Bool) throws(UsageProblem) -> Bool

    package struct Result: Sendable {
        /// Absolute paths, sorted, each file once.
        package var files: [String] = []
        /// Directories that could not be listed.
        package var failures: [FileFailure] = []
    }

    private let fileSystem: any FileSystem
    private let isExcluded: Filter

    package init(fileSystem: any FileSystem, isExcluded: @escaping Filter = { _, _ in false }) {
        self.fileSystem = fileSystem
        self.isExcluded = isExcluded
    }

    /// All Swift files below a directory; the directory itself is entered whatever its name is.
    ///
    /// - Parameter directory: absolute and normalised.
    /// - Throws: what the filter throws.
    package func files(below directory: String) throws(UsageProblem) -> Result {
        var walk = Walk(fileSystem: fileSystem, isExcluded: isExcluded)
        try walk.enter(directory)
        try walk.followLinks()
        walk.result.files.sort()
        return walk.result
    }

    /// Whether a walk from a directory would come to a file, going by names alone.
    ///
    /// - Parameter file: absolute and normalised, as the directory; of one that is not below it only its own name counts.
    /// - Throws: what the filter throws.
    package func reaches(_ file: String, from directory: String) throws(UsageProblem) -> Bool {
        guard !WalkExcludes.isExcludedFile(FilePath.name(file)), try !isExcluded(file, false) else { return false }
        guard FilePath.isPath(file, within: directory) else { return true }
        var folder = FilePath.parent(file)
        while let path = folder, path != directory {
            guard !WalkExcludes.isExcludedDirectory(FilePath.name(path)), try !isExcluded(path, true) else {
                return false
            }
            folder = FilePath.parent(path)
        }
        return true
    }

    private struct Walk {
        let fileSystem: any FileSystem
        let isExcluded: Filter
        var result = Result()
        var links: [String] = []
        var visited: Set<FileIdentity> = []

        mutating func enter(_ root: String) throws(UsageProblem) {
            var waiting = [root]
            while let directory = waiting.popLast() {
                guard let status = fileSystem.status(of: directory) else { continue }
                guard visited.insert(status.identity).inserted else { continue }
                for entry in list(directory) {
                    let path = FilePath.join(directory, entry.name)
                    switch entry.kind == .unknown ? kind(of: path) : entry.kind {
                    case .directory: if try enters(entry.name, path) { waiting.append(path) }
                    case .file: try take(entry.name, path)
                    case .link: if !WalkExcludes.isExcludedLink(entry.name) { links.append(path) }
                    case .other, .unknown: break
                    }
                }
            }
        }

        mutating func followLinks() throws(UsageProblem) {
            var linkedFiles: [(path: String, identity: FileIdentity)] = []
            while !links.isEmpty {
                let round = links.sorted()
                links = []
                for path in round {
                    guard let status = fileSystem.status(of: path) else { continue }
                    let name = FilePath.name(path)
                    if status.kind == .directory, try enters(name, path) { try enter(path) }
                    if status.kind == .file { linkedFiles.append((path, status.identity)) }
                }
            }
            if linkedFiles.isEmpty { return }
            var known = Set(result.files.compactMap { fileSystem.status(of: $0)?.identity })
            for file in linkedFiles where known.insert(file.identity).inserted {
                try take(FilePath.name(file.path), file.path)
            }
        }

        private mutating func list(_ directory: String) -> [DirectoryEntry] {
            do throws(FileFailure) {
                return try fileSystem.entries(of: directory)
            } catch {
                result.failures.append(error)
                return []
            }
        }

        private func kind(of path: String) -> DirectoryEntry.Kind {
            switch fileSystem.status(of: path)?.kind {
            case .file: .file
            // Could be a link to a directory: treated as one, which only delays it.
            case .directory: .link
            case .other, nil: .other
            }
        }

        private func enters(_ name: String, _ path: String) throws(UsageProblem) -> Bool {
            guard !WalkExcludes.isExcludedDirectory(name) else { return false }
            return try !isExcluded(path, true)
        }

        private mutating func take(_ name: String, _ path: String) throws(UsageProblem) {
            guard name.hasSuffix(".swift"), !WalkExcludes.isExcludedFile(name), try !isExcluded(path, false) else {
                return
            }
            result.files.append(path)
        }
    }
}
