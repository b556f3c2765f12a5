import Analysis

/// Marked Swift files that are analysed together.
package struct Fixture: Sendable {
    /// One file of a fixture.
    package struct File: Sendable {
        /// From the fixture's own root: `Sources/App/Main.swift`.
        package var path: String
        package var text: String
        /// How many lines of the file on disk stand before this one.
        package var linesBefore: Int

        package init(path: String, text: String, linesBefore: Int = 0) {
            self.path = path
            self.text = text
            self.linesBefore = linesBefore
        }
    }

    /// What messages call the fixture: its path from the root of the repository.
    package var name: String
    package var files: [File]
    /// What the mark on line one says that simulation finds for each of the findings; `nil` without such a mark.
    package var verdict: String?

    package init(name: String, files: [File]) {
        self.name = name
        self.files = files
    }

    /// Splits a text at its `//- file: <path>` lines; a text without one is a file of that name in one module.
    package init(name: String, text: String) {
        self.name = name
        files = []
        var current = File(path: "Sources/Fixture/\(FilePath.name(name))", text: "", linesBefore: 0)
        var lines: [Substring] = []
        var isSplit = false
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix(Self.separator) else {
                lines.append(line)
                continue
            }
            current.text = lines.joined(separator: "\n")
            // What stands before the first separator are remarks about the fixture.
            if isSplit { files.append(current) }
            isSplit = true
            let path = line.dropFirst(Self.separator.count).drop { $0 == " " }
            current = File(
                path: String(path.reversed().drop { $0.isWhitespace }.reversed()), text: "", linesBefore: number + 1)
            lines = []
        }
        current.text = lines.joined(separator: "\n")
        files.append(current)
        let first = text.prefix { $0 != "\n" }
        if first.hasPrefix(Self.verdictMark) { verdict = String(first.dropFirst(Self.verdictMark.count)) }
    }

    /// - Parameter path: absolute path of a fixture file, or of a package whose files are all read.
    package init(reading path: String, from fileSystem: any FileSystem = LocalFileSystem()) throws {
        let name = FilePath.relative(path, to: ProjectFolder.root)
        guard fileSystem.status(of: path)?.kind == .directory else {
            self.init(name: name, text: String(decoding: try fileSystem.read(path, limit: 1 << 24), as: UTF8.self))
            return
        }
        var paths = try Discovery(fileSystem: fileSystem).files(below: path).files
        let configuration = FilePath.join(path, ".unblock.yml")
        if fileSystem.status(of: configuration) != nil { paths.append(configuration) }
        self.init(
            name: name,
            files: try paths.map { file in
                let text = String(decoding: try fileSystem.read(file, limit: 1 << 24), as: UTF8.self)
                return File(path: FilePath.relative(file, to: path), text: text, linesBefore: 0)
            })
    }

    /// The files of all rules, and the projects; absolute paths, sorted. `*.fixed.swift` show what fixes make.
    package static func all(in fileSystem: any FileSystem = LocalFileSystem()) -> [String] {
        let rules = try? Discovery(fileSystem: fileSystem).files(below: ProjectFolder.fixtures + "/rules").files
        let projects = ProjectFolder.fixtures + "/projects"
        let names = (try? fileSystem.entries(of: projects)) ?? []
        return (rules ?? []).filter { !$0.hasSuffix(".fixed.swift") }
            + names.filter { $0.kind == .directory }.map { FilePath.join(projects, $0.name) }.sorted()
    }

    private static let verdictMark = "// verdict: "
    static let separator = "//- file:"
}
