import Fixes
import SourceModel
import SwiftParsing

/// Changes of `Package.swift` without which a fix that imports ExecutorFutures would not compile.
package enum ManifestChanges {
    private static let module = "ExecutorFutures"
    /// The first version whose executors are those that fixes write.
    private static let version = "0.1.0"

    /// May block on the disk.
    /// - Parameters:
    ///   - changes: of sources, which are not made yet.
    ///   - snapshot: with the changes made.
    /// - Throws: when a manifest cannot be changed; nothing should be changed then.
    package static func needed(
        by changes: [FixRun.Change], _ snapshot: Snapshot, _ fileSystem: any FileSystem
    ) throws(FileFailure) -> [FixRun.Change] {
        var targets: [String: Set<String>] = [:]
        var files: [String: SourceFile] = [:]
        for change in changes where imports(change.after) && !imports(change.before ?? []) {
            guard let file = snapshot.index(of: change.path).map({ snapshot.files[$0] }),
                let known = file.module.dependencies, !known.contains(module),
                let manifest = manifest(above: file.location, fileSystem)
            else { continue }
            targets[manifest, default: []].insert(file.module.name)
            files[manifest] = file
        }
        var result: [FixRun.Change] = []
        for (manifest, names) in targets.sorted(by: { $0.key < $1.key }) {
            guard let file = files[manifest] else { continue }
            result.append(try change(of: manifest, for: names, file, fileSystem))
        }
        return result
    }

    private static func change(
        of manifest: String, for targets: Set<String>, _ file: SourceFile, _ fileSystem: any FileSystem
    ) throws(FileFailure) -> FixRun.Change {
        let path = reported(manifest, beside: file)
        guard let location = file.configuration.chosenPackage else {
            throw FileFailure(
                path: path,
                reason:
                    "does not depend on \(module), which a fix imports: add it, or say with `fixes: { package: URL }` "
                    + "in .unblock.yml where it is; nothing was changed")
        }
        let text = try fileSystem.read(manifest, limit: 1 << 24)
        let dependency = ManifestDependency(product: module, location: location, version: version)
        do throws(ManifestDependency.Refusal) {
            let rewrites = try dependency.rewrites(for: targets, in: ParsedFile.parse(text).tree, text, path: path)
            guard let changed = Edits.apply(rewrites, to: text), !ParsedFile.parse(changed).tree.hasError else {
                throw ManifestDependency.Refusal("its lists could not be extended")
            }
            return FixRun.Change(path: path, location: manifest, before: text, after: changed)
        } catch {
            throw FileFailure(
                path: path,
                reason: "cannot be given the dependency on \(module) that a fix needs, because \(error.reason): add it "
                    + "yourself; nothing was changed")
        }
    }

    private static func imports(_ text: [UInt8]) -> Bool {
        text.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual("import \(module)".utf8) }
    }

    private static func manifest(above location: String, _ fileSystem: any FileSystem) -> String? {
        var folder = FilePath.parent(location)
        while let current = folder {
            let path = FilePath.join(current, "Package.swift")
            if fileSystem.status(of: path)?.kind == .file { return path }
            folder = current == "/" ? nil : FilePath.parent(current)
        }
        return nil
    }

    /// The manifest as reports print the file below it.
    private static func reported(_ manifest: String, beside file: SourceFile) -> String {
        guard file.location.hasSuffix(file.path) else { return manifest }
        let root = file.location.dropLast(file.path.count)
        return manifest.hasPrefix(root) ? String(manifest.dropFirst(root.count)) : manifest
    }
}
