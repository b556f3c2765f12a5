import Synchronization

/// A file system that notes every answer it gives, so that whatever was decided by them has a name.
///
/// The order of the questions does not count; asking twice is asking once.
final class RecordingFileSystem: FileSystem {
    private let base: any FileSystem
    private let answers = Mutex<[Question: ContentHash]>([:])

    private enum Question: Hashable {
        case status(String), entries(String), read(String)
    }

    init(_ base: any FileSystem) { self.base = base }

    /// Of all questions and answers so far.
    var recorded: ContentHash {
        let answers = answers.withLock { $0 }
        var sum = ContentHash()
        for answer in answers.values { sum.join(answer) }
        return sum
    }

    private func note(_ question: Question, _ answer: (inout ContentHash) -> Void) {
        var hash = ContentHash()
        switch question {
        case .status(let path): hash.add("status" + path)
        case .entries(let path): hash.add("entries" + path)
        case .read(let path): hash.add("read" + path)
        }
        answer(&hash)
        answers.withLock { $0[question] = hash }
    }

    func status(of path: String) -> FileStatus? {
        let status = base.status(of: path)
        // Sizes of folders and identities say nothing about what is in them.
        note(.status(path)) { hash in
            switch status?.kind {
            case .file: hash.add("file")
            case .directory: hash.add("directory")
            case .other: hash.add("other")
            case nil: hash.add("nothing")
            }
        }
        return status
    }

    func entries(of directory: String) throws(FileFailure) -> [DirectoryEntry] {
        do throws(FileFailure) {
            let entries = try base.entries(of: directory)
            note(.entries(directory)) { hash in
                for name in entries.map(\.name).sorted() { hash.add(name) }
            }
            return entries
        } catch {
            note(.entries(directory)) { $0.add(error.reason) }
            throw error
        }
    }

    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        do throws(FileFailure) {
            let bytes = try base.read(path, limit: limit)
            note(.read(path)) { $0.add(bytes) }
            return bytes
        } catch {
            note(.read(path)) { $0.add(error.reason) }
            throw error
        }
    }

    func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) { try base.replace(path, with: bytes) }
}
