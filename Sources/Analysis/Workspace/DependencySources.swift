import RuleCatalogue
import SwiftParsing

/// The sources of the checked-out packages that a package's code depends on.
///
/// Only modules that some target reaches, and none that the catalogue describes: what it says about a library is
/// better than what can be read out of it.
struct DependencySources {
    private let fileSystem: any FileSystem
    private let described: Set<String>

    /// - Parameter described: modules that are not read.
    init(described: Set<String>, fileSystem: any FileSystem) {
        self.described = described
        self.fileSystem = fileSystem
    }

    /// Absolute directories of the targets that the packages' targets depend on, in any order of dependency; sorted.
    func directories(for packages: [String]) -> [String] {
        var known: [String: Target] = [:]
        var products: [String: [String]] = [:]
        for package in packages.flatMap(dependencies).sorted() {
            guard let manifest = manifest(of: package) else { continue }
            for target in targets(of: manifest, in: package) where known[target.name] == nil {
                known[target.name] = target
            }
            for (name, targets) in manifest.products { products[name, default: []] += targets }
        }
        var wanted = packages.flatMap { manifest(of: $0)?.targets ?? [] }.filter { $0.kind != .test }
            .flatMap(\.dependencies)
        var seen: Set<String> = []
        var directories: Set<String> = []
        while let name = wanted.popLast() {
            guard seen.insert(name).inserted else { continue }
            wanted += products[name] ?? []
            guard let target = known[name],
                !described.contains(Module.identifier(name))
            else { continue }
            directories.insert(target.directory)
            wanted += target.dependencies
        }
        return directories.sorted()
    }

    private struct Target {
        var name: String
        var directory: String
        var dependencies: [String]
    }

    /// Packages beside this one and in its build folder.
    private func dependencies(of package: String) -> [String] {
        let checkouts = FilePath.join(package, ".build/checkouts")
        let names = ((try? fileSystem.entries(of: checkouts)) ?? []).map { FilePath.join(checkouts, $0.name) }
        let beside = manifest(of: package)?.localPackages.map { FilePath.absolute($0, in: package) } ?? []
        return names + beside.filter { $0 != package }
    }

    private func manifest(of package: String) -> PackageManifest? {
        (try? fileSystem.read(FilePath.join(package, "Package.swift"), limit: 1 << 20)).map(PackageManifest.parse)
    }

    private func targets(of manifest: PackageManifest, in package: String) -> [Target] {
        manifest.targets.compactMap { target in
            guard target.kind == .library else { return nil }
            let folders =
                target.path.map { [$0] } ?? ["Sources", "Source", "src", "srcs"].map { "\($0)/\(target.name)" }
            let directory = folders.map { FilePath.absolute($0, in: package) }.first {
                fileSystem.status(of: $0)?.kind == .directory
            }
            return directory.map { Target(name: target.name, directory: $0, dependencies: target.dependencies) }
        }
    }
}
