import SourceModel

/// Puts changed files in place of the old ones: those that need each other all together, or none of them.
package struct FixWriter {
    private let fileSystem: LocalFileSystem

    package init(_ fileSystem: LocalFileSystem = LocalFileSystem()) { self.fileSystem = fileSystem }

    /// May block on the disk. New files and manifests come first: others need them, and they need nobody.
    ///
    /// - Parameter links: paths of files that a single fix changes.
    /// - Returns: for each file that was left as it is, why.
    package func write(_ changes: [FixRun.Change], links: [[String]]) -> [FileFailure] {
        let needed = changes.filter(\.isNeededByOthers)
        var failures = needed.flatMap { write([$0]) }
        let missing = Set(failures.map(\.path))
        for group in Self.groups(changes.filter { !$0.isNeededByOthers }, links) {
            let paths = Set(group.map(\.path))
            let lost = links.filter { !paths.isDisjoint(with: $0) }.flatMap(\.self).first(where: missing.contains)
            if let lost {
                failures += others(than: lost, in: group)
            } else {
                failures += write(group)
            }
        }
        return failures
    }

    /// Everything is on the disk before the first file is replaced, so that a full disk is noticed in time.
    private func write(_ group: [FixRun.Change]) -> [FileFailure] {
        var staged: [LocalFileSystem.StagedFile] = []
        do throws(FileFailure) {
            for change in group { staged.append(try change.stage(in: fileSystem)) }
            // Writing many files takes a while; who saved one meanwhile keeps what was saved.
            for change in group { try change.checkIsUnchanged(in: fileSystem) }
        } catch {
            for file in staged { file.discard() }
            return [error] + others(than: error.path, in: group)
        }
        return staged.enumerated().compactMap { index, file in
            do throws(FileFailure) {
                try file.commit()
                return nil
            } catch {
                return FileFailure(path: group[index].path, reason: error.reason)
            }
        }
    }

    private func others(than failed: String, in group: [FixRun.Change]) -> [FileFailure] {
        group.filter { $0.path != failed }.map {
            FileFailure(path: $0.path, reason: "was left alone, because '\(failed)' would have to change with it")
        }
    }

    /// Files that hang together, in the order of their first.
    private static func groups(_ changes: [FixRun.Change], _ links: [[String]]) -> [[FixRun.Change]] {
        var group = Dictionary(changes.enumerated().map { ($1.path, $0) }) { first, _ in first }
        for link in links {
            let numbers = Set(link.compactMap { group[$0] })
            guard let first = numbers.min() else { continue }
            for (path, number) in group where numbers.contains(number) { group[path] = first }
        }
        return Dictionary(grouping: changes) { group[$0.path] ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension FixRun.Change {
    fileprivate var isNeededByOthers: Bool { before == nil || FilePath.name(path) == "Package.swift" }

    /// - Throws: when the file is not as it was read, or cannot be written; it is then left as it is.
    fileprivate func stage(in fileSystem: LocalFileSystem) throws(FileFailure) -> LocalFileSystem.StagedFile {
        try checkIsUnchanged(in: fileSystem)
        do throws(FileFailure) {
            return try fileSystem.stage(location, with: after)
        } catch {
            throw FileFailure(path: path, reason: error.reason)
        }
    }

    fileprivate func checkIsUnchanged(in fileSystem: LocalFileSystem) throws(FileFailure) {
        do throws(FileFailure) {
            if let before {
                guard try fileSystem.read(location, limit: 1 << 30) == before else {
                    throw FileFailure(path: path, reason: "changed after it was read, and was left alone: run again")
                }
            } else if fileSystem.status(of: location) != nil {
                throw FileFailure(path: path, reason: "is there already, and was left alone: run again")
            }
        } catch {
            throw FileFailure(path: path, reason: error.reason)
        }
    }
}
