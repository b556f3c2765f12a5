import Testing

@testable import ExecutorFutures

/// Every law over every kind of loop.
@Suite struct LoopLawTests {
    /// One for thousands of loops, which would start thousands of threads.
    private static let pool = ThreadPoolExecutor(name: "laws", maximumThreads: 3)

    @Test(arguments: LoopLaw.all)
    func aRealLoopKeepsThem(_ law: LoopLaw) throws {
        #expect(try EventLoop.run { try await law.check($0, true) } == nil)
    }

    @Test(arguments: LoopLaw.all)
    func aVirtualLoopKeepsThem(_ law: LoopLaw) throws {
        let virtual = EventLoop.Configuration(time: .virtual)
        #expect(try EventLoop.run(configuration: virtual) { try await law.check($0, true) } == nil)
    }

    @Test(arguments: LoopLaw.all)
    func aVirtualLoopKeepsThemInAThousandOrders(_ law: LoopLaw) throws {
        for seed in UInt64(0)..<1000 {
            let violation = try run(seed: seed) { try await law.check($0, false) }
            #expect(violation == nil, "seed \(seed)")
            if violation != nil { return }
        }
    }

    @Test func thousandSeedsGiveManyOrders() throws {
        let orders = try Set((UInt64(0)..<1000).map { try run(seed: $0, tracesOfThreeTasks) })
        // Three tasks of three pieces each have 1680 interleavings.
        #expect(orders.count > 500)
    }

    @Test func oneSeedGivesOneOrder() throws {
        for seed in UInt64(0)..<20 {
            let orders = try Set((0..<50).map { _ in try run(seed: seed, tracesOfThreeTasks) })
            #expect(orders.count == 1, "seed \(seed)")
        }
    }

    private func run<Value: Sendable>(
        seed: UInt64, _ body: @escaping @Sendable (EventLoop) async throws -> Value
    ) throws -> Value {
        let configuration = EventLoop.Configuration(
            time: .virtual, scheduler: RandomScheduler(seed: seed), defaultExecutor: Self.pool)
        return try EventLoop.run(configuration: configuration, body)
    }

    @Sendable private func tracesOfThreeTasks(_ loop: EventLoop) async throws -> [Int] {
        let trace = Locked<[Int]>([])
        let tasks = (0..<3).map { number in
            loop.spawn {
                for _ in 0..<3 {
                    trace.change { $0.append(number) }
                    await loop.yield()
                }
            }
        }
        for task in tasks { try await task.value }
        return trace.value
    }
}

/// Chooses by a seeded generator.
final class RandomScheduler: LoopScheduler {
    private let generator: Locked<SeededGenerator>

    init(seed: UInt64) { generator = Locked(SeededGenerator(seed: seed)) }

    func choose(among options: [ReadyChoice]) -> Int? {
        generator.change { Int.random(in: options.indices, using: &$0) }
    }
}
