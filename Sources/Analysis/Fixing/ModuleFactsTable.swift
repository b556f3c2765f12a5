import Fixes
import ProgramModel
import SourceModel

/// What the modules of a snapshot let fixes write.
struct ModuleFactsTable {
    private let files: [SourceFile]
    private let style: FixStyle?
    private var modules: [String: Contents] = [:]

    /// What the files of one module have in common.
    private struct Contents {
        var imports: Set<String> = []
        var paths: Set<String> = []
        /// Folders of the path that all files share.
        var folder: [Substring]?
    }

    /// - Parameter style: of the command line; lies over the configurations.
    init(_ files: [SourceFile], _ program: Program, style: FixStyle?) {
        self.files = files
        self.style = style
        for (file, source) in files.enumerated() {
            var contents = modules[source.module.name] ?? Contents()
            contents.imports.formUnion(program.files[file].summary.imports)
            contents.paths.insert(source.path)
            let folder = source.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            if let shared = contents.folder {
                contents.folder = Array(zip(shared, folder).prefix { $0 == $1 }.map(\.0))
            } else {
                contents.folder = Array(folder)
            }
            modules[source.module.name] = contents
        }
    }

    func facts(of file: Int) -> ModuleFacts {
        let source = files[file]
        let contents = modules[source.module.name] ?? Contents()
        return ModuleFacts(
            offload: style ?? source.configuration.chosenFixStyle ?? usualStyle(source.module, contents),
            executor: source.configuration.chosenExecutor, folder: contents.folder?.joined(separator: "/"),
            paths: contents.paths, hasDurations: source.module.hasDurations,
            isIsolatedByDefault: source.module.defaultGlobalActor != nil,
            isNonsendingByDefault: source.module.isNonsendingByDefault)
    }

    /// What the module depends on already; a module without a package is taken to be free to depend on anything.
    private func usualStyle(_ module: Module, _ contents: Contents) -> FixStyle {
        let known = contents.imports.union(module.dependencies ?? [])
        if known.contains("ExecutorFutures") { return .executorFuture }
        if known.contains("NIOPosix") || known.contains("NIO") { return .nio }
        return module.dependencies == nil ? .executorFuture : .dispatch
    }
}
