import SourceModel

/// All that an analysis depends on, at one moment: the same snapshot gives the same report, byte by byte.
package struct Snapshot: Sendable {
    /// By path.
    package let files: [SourceFile]
    /// Files that were asked for and could not be read, by path.
    package let unreadable: [AnalyzedFile]

    /// Names all that decided about the files besides their texts: options, configurations, manifests; `nil` when that is
    /// not known, as after a change.
    package private(set) var settings: ContentHash?

    /// Sorts the files; of two with one path the first is kept.
    package init(files: [SourceFile], unreadable: [AnalyzedFile] = [], settings: ContentHash? = nil) {
        self.settings = settings
        var seen: Set<String> = []
        self.files = files.filter { seen.insert($0.path).inserted }.sorted { $0.path < $1.path }
        self.unreadable = unreadable.sorted { $0.path < $1.path }
    }

    private init(sorted files: [SourceFile], _ unreadable: [AnalyzedFile]) {
        self.files = files
        self.unreadable = unreadable
    }

    /// The same files with other texts, by their positions in `files`. O(files).
    package func replacing(_ texts: [Int: [UInt8]]) -> Snapshot {
        var files = files
        for (index, text) in texts where files.indices.contains(index) { files[index].text = text }
        return Snapshot(sorted: files, unreadable)
    }

    /// The text of a file, for excerpts. O(log files).
    package func text(of path: String) -> [UInt8]? { index(of: path).map { files[$0].text } }

    /// The position of a file in `files`. O(log files).
    package func index(of path: String) -> Int? {
        var low = 0
        var high = files.count
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return files.indices.contains(low) && files[low].path == path ? low : nil
    }

    /// The same files under another name: what is found in them depends on something more.
    package func depending(on more: String) -> Snapshot {
        var named = self
        named.settings?.add(more)
        for file in files { named.settings?.add(file.modified ?? -1) }
        return named
    }
}
