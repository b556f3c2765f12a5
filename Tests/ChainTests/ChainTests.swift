import Analysis
import ExecutorFutures
import RuleCatalogue
import TestSupport
import Testing

@testable import unblock_bench

/// Generated programs of long call chains with cycles, whose blocking calls are known.
struct ChainTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyChainIsFoundAndNoneInvented(_ seed: UInt64) async throws {
        let program = ChainProgram(functions: 1000, seed: seed)
        let report = try await Analyzer(catalogue: .builtIn).analyze(program.snapshot, on: TestThreads.two).report
        #expect(program.differences(from: report) == [])
    }

    @Test func theLongestChainIsReportedWithAllItsLinks() async throws {
        let program = ChainProgram(functions: 1000, seed: 1)
        // Links that skip others shorten it a little.
        let longest = try #require(program.answers.map(\.steps).max())
        #expect(longest > CallGraph.longestChain / 2)
        #expect(longest <= CallGraph.longestChain + 1)
    }

    @Test func aSeedGivesOneProgram() {
        let texts = (1...2).map { _ in ChainProgram(functions: 400, seed: 7).snapshot.files.map(\.text) }
        #expect(texts[0] == texts[1])
        #expect(texts[0] != ChainProgram(functions: 400, seed: 8).snapshot.files.map(\.text))
    }

    @Test func aCycleShortensNoWay() {
        let graph = CallGraph(count: 1000, seed: 5)
        for (function, distance) in zip(graph.functions, graph.distances) where !function.isAsync {
            let ways = function.calls.compactMap { graph.distances[$0] }
            let shortest = function.blocks ? 1 : ways.min().map { $0 + 1 }
            #expect(distance == shortest)
        }
    }
}
