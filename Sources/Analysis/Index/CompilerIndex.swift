import IndexStore
import ProgramModel
import SourceModel

/// What an index store says about the files of a snapshot, and about how many of them it says nothing that holds.
package struct CompilerIndex: Sendable {
    package struct Counts: Sendable, Hashable {
        /// Files whose calls the compiler has decided.
        package var used = 0
        /// Files that have changed since the compiler saw them.
        package var stale = 0
        /// Files that the compiler has not seen.
        package var missing = 0
    }

    /// By absolute path.
    private let files: [String: IndexedFile]

    /// - Parameter bytes: as `encoded` makes them; `nil` when they are not.
    package init?(_ bytes: [UInt8]) {
        guard var reader = try? BinaryReader(bytes), let files: [IndexedFile] = try? reader.readArray(), reader.isAtEnd
        else { return nil }
        self.init(files)
    }

    package init(_ files: [IndexedFile]) {
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    package static func encoded(_ files: [IndexedFile]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.write(files)
        return writer.bytes
    }

    /// The snapshot with what the compiler noted about those of its files that are as the compiler saw them.
    package func joined(to snapshot: Snapshot) -> (snapshot: Snapshot, counts: Counts) {
        var counts = Counts()
        var callees: [String: CompilerCallee] = [:]
        let seen = snapshot.files.compactMap { files[$0.location] }
        let own = Set(seen.flatMap { file in file.occurrences.filter { $0.role == .definition }.map(\.usr) })
        let joined = snapshot.files.map { file -> SourceFile in
            guard let indexed = files[file.location] else {
                counts.missing += 1
                return file
            }
            guard let modified = file.modified, modified <= indexed.time else {
                counts.stale += 1
                return file
            }
            counts.used += 1
            var file = file
            file.callees = Self.callees(indexed, file.text, own, &callees)
            return file
        }
        return (Snapshot(files: joined, unreadable: snapshot.unreadable, settings: snapshot.settings), counts)
    }

    private static func callees(
        _ file: IndexedFile, _ text: [UInt8], _ own: Set<String>, _ known: inout [String: CompilerCallee]
    ) -> CompilerCallees {
        let lines = LineTable(text)
        var calls: [Int: CompilerCallee] = [:]
        var definitions: [Int: String] = [:]
        for occurrence in file.occurrences {
            guard (1...lines.lineCount).contains(occurrence.line) else { continue }
            let line = lines.range(ofLine: occurrence.line)
            guard occurrence.column >= 1, occurrence.column <= line.end - line.start else { continue }
            let offset = line.start + occurrence.column - 1
            switch occurrence.role {
            case .definition: definitions[offset] = occurrence.usr
            case .call:
                // The same declaration is called on receivers of several types.
                let key = "\(occurrence.usr) \(occurrence.receiver ?? "")"
                let callee = known[key] ?? Self.callee(occurrence, isOwn: own.contains(occurrence.usr))
                known[key] = callee
                calls[offset] = callee
            }
        }
        return CompilerCallees(calls: calls, definitions: definitions)
    }

    private static func callee(_ occurrence: IndexedFile.Occurrence, isOwn: Bool) -> CompilerCallee {
        let kind: ExternalCallee.Kind =
            switch occurrence.kind {
            case .function: .freeFunction
            case .method: .method
            case .staticMethod: .staticMethod
            case .initializer: .initializer
            }
        var callee = CompilerCallee(usr: occurrence.usr, kind: kind, isAsync: occurrence.isAsync)
        // Functions of the workspace are found by their USR; nobody asks what it spells.
        if !isOwn, let path = DeclarationPath(function: occurrence.usr) {
            callee.module = path.module
            callee.type = path.type
            callee.name = path.name
            callee.receiver = occurrence.receiver.flatMap { DeclarationPath.typeName(usr: $0)?.name }
        }
        return callee
    }
}
