import Analysis
import Foundation
import TestSupport
import Testing

/// A cache on the disk: shared, bounded, and silent when it cannot be written.
struct CacheFolderTests {
    private func name(_ number: Int) -> ContentHash {
        var hash = ContentHash()
        hash.add(number)
        return hash
    }

    private func files(in folder: TemporaryFolder) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).filter { path in
            LocalFileSystem().status(of: FilePath.join(folder.path, path))?.kind == .file
        }
    }

    @Test func whatIsWrittenIsReadByOthers() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = (CacheFolder(folder.path), CacheFolder(folder.path))
        #expect(reader.read(name(1)) == nil)
        writer.write(name(1), [1, 2, 3])
        #expect(reader.read(name(1)) == [1, 2, 3])
        reader.write(name(1), [4])
        #expect(writer.read(name(1)) == [4])
        #expect(!files(in: folder).contains { $0.hasSuffix(".tmp") })
    }

    @Test func manyWritersDoNotDisturbEachOther() async throws {
        let folder = try TemporaryFolder()
        let caches = (0..<4).map { _ in CacheFolder(folder.path) }
        let pool = TestThreads.make(8)
        let content = { @Sendable (number: Int) in [UInt8](repeating: UInt8(number), count: 1000 + number) }
        let wrong = try await pool.map(Array(0..<400)) { index -> Bool in
            let cache = caches[index % 4]
            let number = index % 25
            cache.write(name(number), content(number))
            let back = cache.read(name(number))
            return back != nil && back != content(number)
        }
        #expect(!wrong.contains(true))
        for number in 0..<25 { #expect(caches[0].read(name(number)) == content(number)) }
    }

    @Test func theFolderStaysBelowItsLimit() throws {
        let folder = try TemporaryFolder()
        let limit = 64 * 4_000
        for round in 0..<5 {
            let cache = CacheFolder(folder.path, limit: limit)
            for number in 0..<400 { cache.write(name(round * 400 + number), [UInt8](repeating: 7, count: 1_000)) }
            cache.trim()
        }
        let sizes = files(in: folder).map { LocalFileSystem().status(of: FilePath.join(folder.path, $0))?.size ?? 0 }
        let total = sizes.reduce(0, +)
        #expect(total <= limit && total > limit / 4, "\(total) of \(limit) bytes")
    }

    @Test func whatWasUsedLastStays() throws {
        let folder = try TemporaryFolder()
        let old = CacheFolder(folder.path)
        old.write(name(0), [UInt8](repeating: 1, count: 1_000))
        // All entries of one folder, so that they compete.
        let rivals = (1..<2_000).filter { name($0).high >> 58 == name(0).high >> 58 }.prefix(12)
        for number in rivals { old.write(name(number), [UInt8](repeating: 2, count: 1_000)) }
        // The clock of some file systems stands still for milliseconds.
        for file in files(in: folder) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: FilePath.join(folder.path, file))
        }
        #expect(old.read(name(0)) != nil)
        let cache = CacheFolder(folder.path, limit: 64 * 6_000)
        cache.write(name(rivals[0]), [UInt8](repeating: 3, count: 1_000))
        cache.trim()
        #expect(cache.read(name(0)) != nil)
        #expect(rivals.count { cache.read(name($0)) != nil } <= 5)
    }

    @Test func whatCannotBeWrittenIsSilent() throws {
        let folder = try TemporaryFolder(["file": ""])
        let below = CacheFolder(FilePath.join(folder.path, "file/cache"))
        below.write(name(1), [1])
        #expect(below.read(name(1)) == nil)
        let cache = CacheFolder(FilePath.join(folder.path, "cache"), limit: 64 * 100)
        cache.write(name(2), [UInt8](repeating: 0, count: 101))
        #expect(cache.read(name(2)) == nil, "an entry larger than its folder is not kept")
    }

    @Test func whatAKilledProcessLeftBehindIsNoEntryAndGoesInTime() throws {
        let folder = try TemporaryFolder()
        let cache = CacheFolder(folder.path, limit: 64 * 1_000)
        cache.write(name(1), [1])
        let place = try #require(files(in: folder).first { $0.hasSuffix(name(1).text) })
        let left = FilePath.join(FilePath.parent("/" + place)!, ".1-1.tmp")
        try folder.write(left, [UInt8](repeating: 0, count: 2_000))
        #expect(cache.read(name(1)) == [1])
        cache.trim()
        #expect(!files(in: folder).contains { $0.hasSuffix(".tmp") })
        #expect(cache.read(name(1)) == [1])
    }
}
