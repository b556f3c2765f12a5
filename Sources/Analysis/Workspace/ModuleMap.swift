import SwiftParsing

/// Says for each file which module it is compiled into, from `Package.swift`, Xcode's project or the folders' names.
struct ModuleMap {
    private let fileSystem: any FileSystem
    /// Absolute paths of the directories that were asked for.
    private let roots: [String]
    private var packages: [String: PackageLayout?] = [:]
    private var xcodeActors: [String: String?] = [:]

    init(fileSystem: any FileSystem, roots: [String]) {
        self.fileSystem = fileSystem
        // The innermost root of a file is found first.
        self.roots = roots.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// - Parameter path: absolute and normalised.
    mutating func module(of path: String) -> Module {
        guard let directory = FilePath.parent(path) else { return Module(name: "main") }
        if let package = package(around: directory) { return package.module(of: path) }
        return moduleByFolder(path, directory)
    }

    /// The directory of the nearest `Package.swift` above; `nil` when there is none.
    mutating func packageDirectory(around directory: String) -> String? { package(around: directory)?.directory }

    private mutating func package(around directory: String) -> PackageLayout? {
        if let known = packages[directory] { return known }
        var found: PackageLayout?
        let manifest = FilePath.join(directory, "Package.swift")
        if fileSystem.status(of: manifest)?.kind == .file, let bytes = try? fileSystem.read(manifest, limit: 1 << 20) {
            found = PackageLayout(directory: directory, manifest: PackageManifest.parse(bytes)) {
                fileSystem.status(of: $0)?.kind == .directory
            }
        } else if let parent = FilePath.parent(directory) {
            found = package(around: parent)
        }
        packages[directory] = .some(found)
        return found
    }

    /// Without a manifest: `Sources/<X>/`, else a folder of tests, else the directory that was asked for.
    private mutating func moduleByFolder(_ path: String, _ directory: String) -> Module {
        let root = roots.first { FilePath.isPath(path, within: $0) } ?? directory
        let folders = FilePath.relative(directory, to: root).split(separator: "/").map(String.init)
        if let module = PackageLayout.conventionalModule(folders) { return module }
        let actor = xcodeDefaultActor(root)
        if let tests = folders.first(where: { $0.hasSuffix("Tests") }) ?? testName(root) {
            return Module(name: Module.identifier(tests), isTest: true, defaultGlobalActor: actor)
        }
        return Module(name: Module.identifier(FilePath.name(root)), defaultGlobalActor: actor)
    }

    private func testName(_ root: String) -> String? {
        let name = FilePath.name(root)
        return name.hasSuffix("Tests") ? name : nil
    }

    /// `MainActor` when a project in the directory builds with it as the default isolation, as Xcode's templates do.
    private mutating func xcodeDefaultActor(_ directory: String) -> String? {
        if let known = xcodeActors[directory] { return known }
        var found: String?
        let entries = (try? fileSystem.entries(of: directory)) ?? []
        for entry in entries.sorted(by: { $0.name < $1.name }) where entry.name.hasSuffix(".xcodeproj") {
            let project = FilePath.join(FilePath.join(directory, entry.name), "project.pbxproj")
            guard let bytes = try? fileSystem.read(project, limit: 64 << 20) else { continue }
            if String(decoding: bytes, as: UTF8.self).contains("SWIFT_DEFAULT_ACTOR_ISOLATION = MainActor;") {
                found = "MainActor"
            }
        }
        xcodeActors[directory] = .some(found)
        return found
    }
}
