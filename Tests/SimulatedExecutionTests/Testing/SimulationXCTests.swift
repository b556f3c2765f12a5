import ExecutorFutures
import SimulatedExecution
import XCTest

/// The same for those who write their tests with XCTest.
final class SimulationXCTests: XCTestCase {
    func testTheQueueKeepsItsOrderInEverySchedule() async throws {
        try await Simulation.check(seeds: 0..<200) { loop in
            let queue = AsyncQueue<Int>(capacity: 1)
            async let taken = [queue.take(), queue.take(), queue.take()]
            for number in 0..<3 { try await queue.put(number) }
            try await loop.clock.sleep(for: .seconds(60))
            guard try await taken == [0, 1, 2] else { throw WrongOrder() }
        }
    }

    private struct WrongOrder: Error {}
}
