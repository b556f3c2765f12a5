@testable import LoopTrace
import Testing

/// The same program gives the same bytes, every time and in every process.
@Suite struct DeterminismTests {
    @Test(arguments: [nil, 0, 1, 2, 3] as [UInt64?])
    func fiftyRunsInOneProcessGiveOneTrace(_ seed: UInt64?) throws {
        let first = try surfaceTrace(seed: seed)
        #expect(first.contains("took 0.003 seconds"))
        #expect(!first.contains(" false "), "a piece ran off the loop:\n\(first)")
        for _ in 0..<50 { #expect(try surfaceTrace(seed: seed) == first) }
    }

    @Test(arguments: [nil, 7] as [UInt64?])
    func fiveProcessesGiveOneTrace(_ seed: UInt64?) throws {
        let own = try surfaceTrace(seed: seed)
        for _ in 0..<5 {
            #expect(
                try StartedProgram.output(of: StartedProgram.neighbour("LoopTrace"), seed.map { ["\($0)"] } ?? [])
                    == own)
        }
    }

    @Test func differentSeedsGiveDifferentTraces() throws {
        let traces = try Set((UInt64(0)..<50).map { try surfaceTrace(seed: $0) })
        #expect(traces.count > 45)
    }
}
