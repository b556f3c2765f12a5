/// Where builds leave their index stores, and toolchains the library that reads them.
package struct IndexSearch {
    private let fileSystem: any FileSystem
    /// The user's; `nil` when it is not known.
    private let home: String?

    package init(home: String?, fileSystem: any FileSystem = LocalFileSystem()) {
        self.home = home
        self.fileSystem = fileSystem
    }

    // MARK: Stores

    /// The store that was written last among those beside the packages; `nil` without any.
    ///
    /// - Parameter packages: absolute directories.
    package func store(beside packages: [String]) -> String? {
        let found = packages.flatMap(candidates).compactMap { path -> (time: Int, path: String)? in
            unitFolder(of: path).map { (fileSystem.status(of: $0)?.modified ?? 0, path) }
        }
        return found.max { ($0.time, $1.path) < ($1.time, $0.path) }?.path
    }

    /// The folder of a store that changes with every build; `nil` when the path is no store.
    package func unitFolder(of store: String) -> String? {
        let versions = names(in: store).filter { $0.hasPrefix("v") }.sorted()
        return versions.reversed().map { FilePath.join(store, "\($0)/units") }.first { isFolder($0) }
    }

    private func candidates(_ package: String) -> [String] {
        let build = FilePath.join(package, ".build")
        // Other build systems, other triples: every folder of the build that may hold one.
        let folders = names(in: build).sorted().map { FilePath.join(build, $0) }
        let places =
            ["debug/index/store", "out"].map { FilePath.join(build, $0) }
            + folders.flatMap { [FilePath.join($0, "debug/index/store"), FilePath.join($0, "index/store")] }
        return places + derivedData(package)
    }

    /// Xcode keeps it away from the sources, below the project's name.
    private func derivedData(_ package: String) -> [String] {
        guard let home else { return [] }
        let root = FilePath.join(home, "Library/Developer/Xcode/DerivedData")
        let projects = names(in: package).filter { $0.hasSuffix(".xcodeproj") || $0.hasSuffix(".xcworkspace") }
            .map { String($0.prefix { $0 != "." }) }
        let wanted = projects + [FilePath.name(package)]
        return names(in: root).sorted().filter { folder in wanted.contains { folder.hasPrefix($0 + "-") } }
            .flatMap { folder in
                ["Index.noindex/DataStore", "Index/DataStore"].map { FilePath.join(root, "\(folder)/\($0)") }
            }
    }

    // MARK: Libraries

    /// libIndexStore of the toolchain in `PATH`, or of the one that the platform installs; `nil` without any.
    ///
    /// - Parameter path: of the environment.
    package func library(path: String) -> String? {
        let toolchains =
            path.split(separator: ":").filter { $0.hasPrefix("/") }.map { FilePath.parent(String($0)) ?? "/" }
            + swiftly
            + [
                "/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr",
                "/Library/Developer/CommandLineTools/usr",
            ]
        for toolchain in toolchains {
            for name in ["libIndexStore.so", "libIndexStore.dylib"] {
                let library = FilePath.join(toolchain, "lib/" + name)
                if fileSystem.status(of: library)?.kind == .file { return library }
            }
        }
        return nil
    }

    /// The swift in `PATH` may be swiftly's, which passes calls on; newest first.
    private var swiftly: [String] {
        guard let home else { return [] }
        let root = FilePath.join(home, ".local/share/swiftly/toolchains")
        return names(in: root).sorted().reversed().map { FilePath.join(root, "\($0)/usr") }
    }

    private func names(in folder: String) -> [String] {
        ((try? fileSystem.entries(of: folder)) ?? []).map(\.name)
    }

    private func isFolder(_ path: String) -> Bool { fileSystem.status(of: path)?.kind == .directory }
}
