import ProgramModel
import Synchronization

/// What earlier runs found out: the digest of each text, and the report of each unchanged tree.
///
/// A name holds everything that its content depends on, the tool itself included, so there is nothing to invalidate.
/// What does not come back as it was written is made anew and counted. Safe from any thread.
package final class AnalysisCache: Sendable {
    /// What happened in this run.
    package struct Counts: Sendable, Hashable {
        package var digestsRead = 0
        package var filesParsed = 0
        package var reportsRead = 0
        /// Entries that were not what was once written, and were made anew.
        package var damaged = 0
        /// Entries in a form that this version does not read.
        package var foreign = 0

        package init(digestsRead: Int = 0, filesParsed: Int = 0, reportsRead: Int = 0) {
            self.digestsRead = digestsRead
            self.filesParsed = filesParsed
            self.reportsRead = reportsRead
        }
    }

    private let store: any CacheStore
    private let tool: ContentHash
    private let state = Mutex(Counts())

    /// - Parameter tool: tells one build of the tool from another.
    package init(_ store: any CacheStore, tool: String) {
        self.store = store
        var hash = ContentHash()
        hash.add(tool)
        self.tool = hash
    }

    package var counts: Counts { state.withLock { $0 } }

    /// May block. To be called at the end of a run.
    package func trim() { store.trim() }

    // MARK: Digests

    /// Of the store, or made and kept there. May block on the store; else as `FileDigest.init`.
    package func digest(of text: [UInt8]) -> FileDigest {
        let name = name("digest", ContentHash(text))
        if let known = read(name, { bytes throws(StorageDamage) in try FileDigest(bytes, textLength: text.count) }) {
            state.withLock { $0.digestsRead += 1 }
            return known
        }
        let digest = FileDigest(text)
        state.withLock { $0.filesParsed += 1 }
        store.write(name, CacheEntry.sealed(digest.stored, under: name))
        return digest
    }

    // MARK: Reports

    /// The name of the report of a snapshot; `nil` when its settings are not known.
    func name(of snapshot: Snapshot, _ options: AnalysisOptions) -> ContentHash? {
        guard let settings = snapshot.settings else { return nil }
        var hash = settings
        hash.add(options)
        hash.add(snapshot)
        return name("report", hash)
    }

    /// May block on the store.
    func report(_ name: ContentHash) -> AnalysisResult? {
        let result = read(name) { bytes throws(StorageDamage) in try AnalysisResult(stored: bytes) }
        if result != nil { state.withLock { $0.reportsRead += 1 } }
        return result
    }

    /// May block on the store.
    func keep(_ result: AnalysisResult, _ name: ContentHash) {
        store.write(name, CacheEntry.sealed(result.stored, under: name))
    }

    // MARK: Entries

    private func name(_ kind: String, _ content: ContentHash) -> ContentHash {
        var hash = tool
        hash.add(kind)
        hash.add(Int(CacheEntry.format))
        hash.add(content)
        return hash
    }

    private func read<Value>(
        _ name: ContentHash, _ decode: ([UInt8]) throws(StorageDamage) -> Value
    ) -> Value? {
        guard let bytes = store.read(name) else { return nil }
        switch CacheEntry.open(bytes, under: name) {
        case .payload(let payload):
            if let value = try? decode(payload) { return value }
            state.withLock { $0.damaged += 1 }
        case .damaged: state.withLock { $0.damaged += 1 }
        case .foreign: state.withLock { $0.foreign += 1 }
        }
        return nil
    }
}

extension ContentHash {
    fileprivate mutating func add(_ options: AnalysisOptions) {
        add(options.rules != nil)
        for rule in (options.rules ?? []).sorted() { add(rule.rawValue) }
        add(options.minConfidence?.rawValue)
        add(options.shard.index)
        add(options.shard.count)
        add("\(options.stallBudget)")
        add(options.tool.name)
        add(options.tool.version)
        add(options.offersFixes)
        add(options.fixStyle?.rawValue)
        guard let simulation = options.simulation else { return add(false) }
        add(true)
        add(simulation.poolWidth)
        add(simulation.schedules)
        add(Int(truncatingIfNeeded: simulation.seed))
        add(simulation.drawsTimelines)
    }

    fileprivate mutating func add(_ snapshot: Snapshot) {
        for file in snapshot.files {
            add(file.path)
            add(file.location)
            add(file.stablePath)
            add(file.isReported)
            add(file.module.name)
            add(file.module.isTest)
            add(file.module.defaultGlobalActor)
            add(file.module.hasDurations)
            add(file.module.isNonsendingByDefault)
            add(file.module.dependencies != nil)
            for name in (file.module.dependencies ?? []).sorted() { add(name) }
            add(file.text)
        }
        for file in snapshot.unreadable {
            add(file.path)
            add(file.problem)
        }
    }
}
