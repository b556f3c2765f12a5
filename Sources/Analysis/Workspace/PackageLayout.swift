import SwiftParsing

/// Where the targets of one package have their files.
struct PackageLayout {
    let directory: String
    /// Directory of each target with its module, longest path first.
    private let targets: [(directory: String, module: Module)]

    /// - Parameter isFolder: whether a directory is at an absolute path.
    init(directory: String, manifest: PackageManifest, isFolder: (String) -> Bool) {
        self.directory = directory
        var targets: [(directory: String, module: Module)] = []
        for target in manifest.targets {
            let module = Module(
                name: Module.identifier(target.name), isTest: target.kind == .test,
                defaultGlobalActor: target.defaultGlobalActor, dependencies: Set(target.dependencies),
                hasDurations: manifest.hasDurations, isNonsendingByDefault: manifest.isNonsendingByDefault)
            let folders = target.path.map { [$0] } ?? Self.folders(of: target.kind).map { "\($0)/\(target.name)" }
            for folder in folders { targets.append((FilePath.absolute(folder, in: directory), module)) }
        }
        // A package of one target may keep its files in `Sources/` itself.
        let plain = manifest.targets.filter { $0.path == nil && $0.kind != .test && $0.kind != .plugin }
        let conventional = targets.map(\.directory)
        if plain.count == 1, let only = plain.first, !conventional.contains(where: isFolder) {
            let module = Module(
                name: Module.identifier(only.name), isTest: false, defaultGlobalActor: only.defaultGlobalActor,
                dependencies: Set(only.dependencies), hasDurations: manifest.hasDurations,
                isNonsendingByDefault: manifest.isNonsendingByDefault)
            targets.append((FilePath.join(directory, "Sources"), module))
        }
        self.targets = targets.sorted {
            ($1.directory.utf8.count, $0.directory) < ($0.directory.utf8.count, $1.directory)
        }
    }

    /// - Parameter path: absolute path of a file below `directory`.
    func module(of path: String) -> Module {
        if let target = targets.first(where: { FilePath.isPath(path, within: $0.directory) }) { return target.module }
        let parent = FilePath.parent(path) ?? directory
        let folders = FilePath.relative(parent, to: directory).split(separator: "/").map(String.init)
        if let module = Self.conventionalModule(folders) { return module }
        // The manifest and loose scripts see nothing of each other.
        if parent == directory { return Module(name: Module.identifier(FilePath.name(path))) }
        return Module(name: Module.identifier(FilePath.name(parent)), isTest: folders.contains(where: Self.isTests))
    }

    /// `Sources/<X>/…` and `Tests/<X>/…`, anywhere in the path; the last such pair counts.
    static func conventionalModule(_ folders: [String]) -> Module? {
        for index in folders.indices.dropLast().reversed() {
            let (folder, name) = (folders[index], Module.identifier(folders[index + 1]))
            if sources.contains(folder) || folder == "Plugins" {
                return Module(
                    name: name, isTest: folders[..<index].contains(where: isTests) || isTests(folders[index + 1]))
            }
            if folder == "Tests" { return Module(name: name, isTest: true) }
        }
        return nil
    }

    private static let sources = ["Sources", "Source", "src", "srcs"]

    private static func isTests(_ folder: String) -> Bool { folder.hasSuffix("Tests") }

    private static func folders(of kind: PackageManifest.Target.Kind) -> [String] {
        switch kind {
        case .test: ["Tests"] + sources
        case .plugin: ["Plugins"]
        case .library, .executable, .macro: sources
        }
    }
}
