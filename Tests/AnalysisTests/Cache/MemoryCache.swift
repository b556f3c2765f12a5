import Analysis
import Synchronization

/// A cache that a test can look into and damage.
final class MemoryCache: CacheStore {
    private let entries = Mutex<[ContentHash: [UInt8]]>([:])

    var names: [ContentHash] { entries.withLock { $0.keys.sorted { $0.text < $1.text } } }

    func read(_ name: ContentHash) -> [UInt8]? { entries.withLock { $0[name] } }

    func write(_ name: ContentHash, _ bytes: [UInt8]) { entries.withLock { $0[name] = bytes } }

    func trim() {}

    /// Changes every entry.
    func damage(_ change: ([UInt8]) -> [UInt8]) {
        entries.withLock { entries in
            for (name, bytes) in entries { entries[name] = change(bytes) }
        }
    }
}
