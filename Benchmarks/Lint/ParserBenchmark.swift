import Analysis
import ArgumentParser
import ExecutorFutures
import struct ProgramModel.SummaryCollector
import SwiftParser
import SwiftParsing

/// The whole analysis against swift-syntax's parser alone, in one process and over the same texts in memory.
///
/// The parser is what no analysis of source text can do without, so the ratio says what all the rest costs.
struct ParserBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parser", abstract: "The analysis against the parser alone.")

    @OptionGroup var options: BenchmarkOptions

    @ArgumentParser.Argument(help: "Folders with Swift packages, absolute.")
    var directories: [String]

    func run() async throws {
        let one = ThreadPoolExecutor(name: "one", maximumThreads: 1, stackSize: 64 << 20, idleTime: nil)
        let two = ThreadPoolExecutor(name: "two", maximumThreads: 2, stackSize: 64 << 20, idleTime: nil)
        let corpus = try await Corpus(reading: directories, on: one)
        guard !corpus.files.isEmpty else { throw ValidationError("no Swift file found below \(directories)") }
        var measured = Measured()
        // The first run of anything also maps memory and decodes tables.
        _ = try await Self.round(corpus, one, two)
        for _ in 0..<options.rounds { measured.add(try await Self.round(corpus, one, two)) }
        measured.table.print(options)
    }

    /// One round; the order keeps what is compared close together.
    private static func round(
        _ corpus: Corpus, _ one: ThreadPoolExecutor, _ two: ThreadPoolExecutor
    ) async throws -> Round {
        let texts = corpus.files.map(\.text)
        let parser = try await parserAlone(texts, on: one)
        let (digest, conclusion) = try await analysis(corpus, on: one)
        let phases = try await phases(texts, on: one)
        let (digestOfTwo, conclusionOfTwo) = try await analysis(corpus, on: two)
        let parserOfTwo = try await parserAlone(texts, on: two)
        return Round(
            parser: parser, parserOfTwo: parserOfTwo, digest: digest, conclusion: conclusion,
            digestOfTwo: digestOfTwo, conclusionOfTwo: conclusionOfTwo, parse: phases.parse, collect: phases.collect)
    }

    private static func parserAlone(_ texts: [[UInt8]], on pool: ThreadPoolExecutor) async throws -> Cost {
        let watch = Stopwatch()
        let lengths = try await pool.map(texts) { text in
            text.withUnsafeBufferPointer { buffer in
                buffer.isEmpty ? 0 : Parser.parse(source: buffer, maximumNestingLevel: 256).totalLength.utf8Length
            }
        }
        let elapsed = watch.elapsed
        // A parser whose result nobody looks at might be optimised away.
        precondition(lengths.reduce(0, +) == texts.reduce(0) { $0 + $1.count })
        return elapsed
    }

    private static func analysis(
        _ corpus: Corpus, on pool: ThreadPoolExecutor
    ) async throws -> (digest: Cost, conclusion: Cost) {
        var costs = (digest: Cost.zero, conclusion: Cost.zero)
        for project in corpus.projects {
            let watch = Stopwatch()
            let digests = try await project.analyzer.digest(project.snapshot.files, on: pool)
            costs.digest = costs.digest + watch.elapsed
            let second = Stopwatch()
            _ = try await pool.run { project.analyzer.conclude(project.snapshot, digests).report.findings.count }
            costs.conclusion = costs.conclusion + second.elapsed
        }
        return costs
    }

    /// What `digest` does, with a look at the clock in the middle.
    private static func phases(
        _ texts: [[UInt8]], on pool: ThreadPoolExecutor
    ) async throws -> (parse: Cost, collect: Cost) {
        let costs = try await pool.map(texts) { text in
            let watch = Stopwatch()
            let file = ParsedFile.parse(text)
            let parse = watch.elapsed
            let second = Stopwatch()
            _ = SummaryCollector.collect(file)
            return (parse: parse, collect: second.elapsed)
        }
        return (costs.reduce(.zero) { $0 + $1.parse }, costs.reduce(.zero) { $0 + $1.collect })
    }
}

/// The costs of one round.
private struct Round: Sendable {
    var parser, parserOfTwo, digest, conclusion, digestOfTwo, conclusionOfTwo, parse, collect: Cost
}

/// The costs of all rounds, and what they say.
private struct Measured: Sendable {
    private var rounds: [Round] = []

    mutating func add(_ round: Round) { rounds.append(round) }

    private func samples(_ value: (Round) -> Double) -> Samples { Samples(rounds.map(value)) }

    var table: Table {
        let parser = samples(\.parser.cpu)
        let parserWall = samples(\.parser.wall)
        let wall = samples { $0.digest.wall + $0.conclusion.wall }
        return Table(rows: [
            .slowdown(
                "analysis / parser alone, one thread, CPU", samples { $0.digest.cpu + $0.conclusion.cpu },
                over: parser, goal: .atMost(1.3)),
            .slowdown("analysis / parser alone, one thread, wall", wall, over: parserWall, goal: .none),
            .slowdown("- its parsing and comments / parser", samples(\.parse.cpu), over: parser, goal: .none),
            .slowdown("- its summaries / parser", samples(\.collect.cpu), over: parser, goal: .none),
            .slowdown("- its linking, rules, report / parser", samples(\.conclusion.cpu), over: parser, goal: .none),
            .speedup(
                "two threads against one, wall", samples { $0.digestOfTwo.wall + $0.conclusionOfTwo.wall }, over: wall,
                goal: .atLeast(1.8)),
            .speedup(
                "- only parsing and summaries", samples(\.digestOfTwo.wall), over: samples(\.digest.wall), goal: .none),
            .speedup("- only the parser alone", samples(\.parserOfTwo.wall), over: parserWall, goal: .none),
        ])
    }
}
