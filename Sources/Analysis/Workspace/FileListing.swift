import RuleCatalogue
import SourceModel

/// The files that a run reads, still without their texts, and the configurations that were found on the way.
struct FileListing: Sendable {
    private(set) var files: [SourceFile] = []
    /// Absolute paths of the files that were named one by one, and are reported whatever excludes say.
    private(set) var explicit: Set<String> = []
    /// Directories that could not be listed.
    private(set) var problems: [AnalyzedFile] = []
    let catalogue: Catalogue
    let configuration: Configuration

    /// Walks the disk; reads no Swift file but manifests.
    init(_ request: WorkspaceRequest, catalogue: Catalogue, fileSystem: any FileSystem) throws(UsageProblem) {
        let directory = request.workingDirectory
        let tree = try ConfigurationTree(
            path: request.configurationPath.map { FilePath.absolute($0, in: directory) },
            commandLine: request.commandLine, rules: Set(catalogue.rules.keys), fileSystem: fileSystem)
        configuration = try tree.configuration(for: directory)
        let arguments = try Arguments(request, fileSystem)
        var modules = ModuleMap(fileSystem: fileSystem, roots: arguments.directories)
        let discovery = Discovery(fileSystem: fileSystem) { path, isDirectory throws(UsageProblem) in
            let configuration = try tree.configuration(for: FilePath.parent(path) ?? path)
            if configuration.exclude.contains(where: { $0.matches(path) }) { return true }
            return !isDirectory && configuration.include?.contains { $0.matches(path) } == false
        }

        var reported = Set(arguments.files)
        if request.excludesNamedFiles {
            for file in arguments.files where try !discovery.reaches(file, from: directory) { reported.remove(file) }
        } else {
            explicit = reported
        }
        for argument in arguments.directories {
            let found = try discovery.files(below: argument)
            reported.formUnion(found.files)
            problems += found.failures.map { failure in
                let path = FilePath.relative(failure.path, to: directory)
                return AnalyzedFile(path: path, lines: 0, problem: "the directory \(failure.reason)")
            }
        }
        var all = reported
        if request.readsContext {
            let starts = arguments.directories + arguments.files.compactMap(FilePath.parent)
            for package in Set(starts.compactMap { modules.packageDirectory(around: $0) }).sorted()
            where !arguments.directories.contains(where: { FilePath.isPath(package, within: $0) }) {
                all.formUnion(try discovery.files(below: package).files)
            }
        }
        if request.readsDependencies {
            let packages = Set(
                all.compactMap { FilePath.parent($0) }.compactMap { modules.packageDirectory(around: $0) })
            let sources = DependencySources(described: catalogue.describedModules, fileSystem: fileSystem)
            let plain = Discovery(fileSystem: fileSystem)
            for folder in sources.directories(for: packages.sorted()) {
                all.formUnion(try plain.files(below: folder).files)
            }
        }
        let root = StableRoot(around: directory, fileSystem)
        for path in all.sorted() {
            files.append(
                SourceFile(
                    path: FilePath.relative(path, to: directory), location: path, stablePath: root.path(of: path),
                    text: [], module: modules.module(of: path),
                    configuration: try tree.configuration(for: FilePath.parent(path) ?? path),
                    isReported: reported.contains(path)))
        }
        self.catalogue = try catalogue.extended(by: tree.combined, fileSystem)
    }
}

/// What the command line names, as absolute paths.
private struct Arguments {
    var directories: [String] = []
    var files: [String] = []

    init(_ request: WorkspaceRequest, _ fileSystem: any FileSystem) throws(UsageProblem) {
        let directory = request.workingDirectory
        if request.arguments.isEmpty {
            var modules = ModuleMap(fileSystem: fileSystem, roots: [])
            directories = [modules.packageDirectory(around: directory) ?? directory]
        }
        for argument in request.arguments {
            let path = FilePath.absolute(argument, in: directory)
            if request.overlays[path] != nil {
                files.append(path)
                continue
            }
            guard let status = fileSystem.status(of: path) else {
                throw UsageProblem("'\(argument)' is not there or may not be read: check the path")
            }
            if status.kind == .directory { directories.append(path) } else { files.append(path) }
        }
    }
}

/// Where stable paths start: the clone around the working directory, or the directory itself.
private struct StableRoot {
    private let root: String

    init(around directory: String, _ fileSystem: any FileSystem) {
        var candidate = Optional(directory)
        // `.git` is a file in a linked work tree.
        while let path = candidate, fileSystem.status(of: FilePath.join(path, ".git")) == nil {
            candidate = FilePath.parent(path)
        }
        root = candidate ?? directory
    }

    func path(of location: String) -> String { FilePath.relative(location, to: root) }
}

extension Catalogue {
    /// With the effect files and declarations of a configuration.
    fileprivate func extended(
        by configuration: Configuration, _ fileSystem: any FileSystem
    ) throws(UsageProblem) -> Catalogue {
        var libraries: [EffectLibrary] = []
        for reference in configuration.effects {
            let text = try UsageProblem.text(
                of: reference.path, called: "effect file (named in \(reference.namedIn))", from: fileSystem)
            do throws(InvalidFile) {
                libraries.append(try .decode(yaml: text, path: reference.path, rules: Set(rules.keys)))
            } catch {
                throw UsageProblem(error.description)
            }
        }
        return extended(with: libraries, blocking: configuration.blocking, nonblocking: configuration.nonblocking)
    }
}
