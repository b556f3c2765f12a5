import Analysis

/// The index store that a run uses: found beside the packages or named by an option, and read by a child process.
struct CompilerNotes: Sendable {
    let store: String
    private let library: String?
    /// Named by the user, who wants to hear when it is of no use.
    private let isWanted: Bool
    private let stamp: String

    /// What became of it.
    enum Outcome: Sendable {
        case none
        case used(CompilerIndex.Counts)
        /// Says why.
        case unusable(String)
    }

    /// `nil` when there is none, or when it is not wanted. May block.
    init?(_ options: RunningOptions, _ snapshot: Snapshot, workingDirectory: String) {
        if options.noIndexStore { return nil }
        let named = options.indexStore.map { FilePath.absolute($0, in: workingDirectory) }
        self.init(named: named, snapshot, workingDirectory: workingDirectory)
    }

    /// - Parameter named: the store to use; `nil` to look for one.
    init?(named: String?, _ snapshot: Snapshot, workingDirectory: String) {
        let search = IndexSearch(home: Environment["HOME"])
        guard let store = named ?? search.store(beside: Self.packages(snapshot, workingDirectory)) else { return nil }
        self.store = store
        isWanted = named != nil
        library = search.library(path: Environment["PATH"] ?? "")
        let units = search.unitFolder(of: store)
        let time = units.flatMap { LocalFileSystem().status(of: $0)?.modified } ?? 0
        stamp = "\(store) \(library ?? "") \(time)"
    }

    /// Folders of the snapshot that have a manifest, and the one that the run was started in.
    private static func packages(_ snapshot: Snapshot, _ directory: String) -> [String] {
        let manifests = snapshot.files.filter { FilePath.name($0.location) == "Package.swift" }
        return Set(manifests.compactMap { FilePath.parent($0.location) }).union([directory]).sorted()
    }

    /// The snapshot under a name that says which notes it will be joined with.
    func named(_ snapshot: Snapshot) -> Snapshot { snapshot.depending(on: stamp) }

    /// May block: it runs a process.
    func joined(to snapshot: Snapshot) -> (snapshot: Snapshot, outcome: Outcome) {
        guard let library else { return unusable(snapshot, "no libIndexStore was found: put the toolchain into PATH") }
        guard let program = Executable.path else { return unusable(snapshot, "unblock does not find its own program") }
        let root = root(of: snapshot)
        var words = [
            program, IndexReaderCommand.configuration.commandName ?? "", "--store", store, "--library", library,
            "--root", root,
        ]
        // The build of a package notes its dependencies as well, which are most of it.
        let built = FilePath.join(root, ".build")
        if !snapshot.files.contains(where: { FilePath.isPath($0.location, within: built) }) {
            words += ["--except", built]
        }
        guard let reader = try? ScratchProcess.run(program, words) else {
            return unusable(snapshot, "its reader could not be started")
        }
        guard reader.status == 0 else {
            return unusable(snapshot, "it is damaged, or was written by another toolchain")
        }
        guard let index = CompilerIndex(reader.output) else { return unusable(snapshot, "its reader broke off") }
        let (joined, counts) = index.joined(to: snapshot)
        return (joined, .used(counts))
    }

    private func unusable(_ snapshot: Snapshot, _ reason: String) -> (Snapshot, Outcome) {
        if isWanted {
            StandardError.warning("the index store '\(store)' is not used: \(reason)")
        }
        return (snapshot, .unusable(reason))
    }

    /// The folder that all files lie in.
    private func root(of snapshot: Snapshot) -> String {
        var root = snapshot.files.first.flatMap { FilePath.parent($0.location) } ?? "/"
        for file in snapshot.files {
            while !FilePath.isPath(file.location, within: root), let parent = FilePath.parent(root) { root = parent }
        }
        return root
    }
}
