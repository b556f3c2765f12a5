import Analysis
import RuleCatalogue
import Synchronization

/// What became of one group of inputs.
struct GroupOutcome: Sendable {
    var seed: UInt64
    var inputs: Int
    var findings = 0
    /// CPU seconds of the slowest step: the reading of one input, or the linking and checking of the group.
    var slowest: Double?
}

/// Makes the inputs of a seed and analyses them together, as files of one module.
///
/// May be used from several threads at a time.
final class GroupRunner: Sendable {
    private let sources: Sources
    private let records: Records
    private let limit: Double
    private let analyzer = Analyzer(catalogue: .builtIn)
    /// The groups that are being worked on, with their start.
    private let running = Mutex<[UInt64: ContinuousClock.Instant]>([:])

    init(sources: Sources, records: Records, limit: Double) {
        self.sources = sources
        self.records = records
        self.limit = limit
    }

    /// Seeds of groups that have so many inputs together.
    func seeds(from first: UInt64, inputs count: Int) -> [UInt64] {
        var seeds: [UInt64] = []
        var inputs = 0
        var seed = first
        while inputs < count {
            seeds.append(seed)
            inputs += Self.size(of: seed)
            seed &+= 1
        }
        return seeds
    }

    private static func size(of seed: UInt64) -> Int {
        var random = SplitMix(seed: seed)
        return 1 + random.below(5)
    }

    func inputs(of seed: UInt64) -> [[UInt8]] {
        var random = SplitMix(seed: seed)
        let count = 1 + random.below(5)
        return (0..<count).map { _ in
            var text = sources.texts[random.below(sources.texts.count)]
            for _ in 0...random.below(4) {
                Mutation.allCases[random.below(Mutation.allCases.count)].apply(to: &text, sources, &random)
            }
            return Array(text.prefix(Mutation.longest))
        }
    }

    func run(_ seed: UInt64) -> GroupOutcome {
        running.withLock { $0[seed] = .now }
        let slot = records.enter(seed)
        defer {
            records.leave(slot)
            running.withLock { $0[seed] = nil }
        }
        var outcome = GroupOutcome(seed: seed, inputs: 0)
        var files: [SourceFile] = []
        var digests: [FileDigest] = []
        for text in inputs(of: seed) {
            let start = Memory.threadCPU()
            digests.append(FileDigest(text))
            outcome.slowest = max(outcome.slowest ?? 0, Memory.threadCPU() - start)
            files.append(SourceFile(path: "Sources/App/Input\(outcome.inputs).swift", text: text))
            outcome.inputs += 1
        }
        let start = Memory.threadCPU()
        let report = analyzer.conclude(Snapshot(files: files), digests).report
        outcome.slowest = max(outcome.slowest ?? 0, Memory.threadCPU() - start)
        outcome.findings = report.findings.count
        return outcome
    }

    /// Names each group that works for longer than the limit, while it does; runs until its task is cancelled.
    func watch() async {
        var told: Set<UInt64> = []
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(250))
            let late = running.withLock { groups in
                groups.filter { ContinuousClock.now - $0.value > .seconds(limit) }.keys.sorted()
            }
            for seed in late where told.insert(seed).inserted {
                print("seed \(seed): at work for over \(limit) s of wall time")
            }
        }
    }
}
