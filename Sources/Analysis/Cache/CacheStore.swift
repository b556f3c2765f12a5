/// Where bytes are kept from run to run, under names that are made of all that the bytes depend on.
///
/// Everything may be lost at any time and nothing is promised about what comes back: whoever reads checks it.
package protocol CacheStore: Sendable {
    /// May block. `nil` when nothing is kept under the name.
    func read(_ name: ContentHash) -> [UInt8]?
    /// May block. Keeps the bytes if it can and says nothing if it cannot.
    func write(_ name: ContentHash, _ bytes: [UInt8])
    /// May block. Makes room for what the next runs will write.
    func trim()
}
