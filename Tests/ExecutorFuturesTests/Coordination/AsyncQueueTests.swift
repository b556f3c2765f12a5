import Testing

@testable import ExecutorFutures

@Suite struct AsyncQueueTests {
    @Test(arguments: [nil, 1, 4]) func everyElementArrivesOnce(capacity: Int?) async throws {
        let queue = AsyncQueue<Int>(capacity: capacity)
        let producers = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for producer in 0..<4 {
                    group.addTask { for number in 0..<100 { try await queue.put(producer * 100 + number) } }
                }
                try await group.waitForAll()
            }
            queue.finish()
        }
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var taken: [Int] = []
                    for try await element in queue { taken.append(element) }
                    return taken
                }
            }
            return try await group.reduce([], +)
        }
        try await producers.value
        #expect(taken.sorted() == Array(0..<400))
        #expect(queue.isEmpty)
    }

    @Test func putWaitsForRoomAndIsAdmittedInOrder() async throws {
        let queue = AsyncQueue<Int>(capacity: 2)
        #expect(try queue.tryPut(0))
        #expect(try queue.tryPut(1))
        #expect(try !queue.tryPut(9))
        #expect(queue.isFull)
        var putters: [Task<Void, any Error>] = []
        for number in 2..<5 {
            putters.append(Task { try await queue.put(number) })
            await eventually { queue.waiters.count == number - 1 }
        }
        for number in 0..<5 { #expect(try await queue.take() == number) }
        for putter in putters { try await putter.value }
        #expect(try queue.tryTake() == nil)
    }

    @Test func elementsOfEqualPriorityKeepTheirOrder() async throws {
        let queue = AsyncQueue<(rank: Int, name: String)>(order: .priority { $0.rank < $1.rank })
        for (rank, name) in [(2, "a"), (1, "b"), (2, "c"), (0, "d"), (1, "e")] { try await queue.put((rank, name)) }
        var names = ""
        while let element = try queue.tryTake() { names += element.name }
        #expect(names == "dbeac")

        let numbers = AsyncQueue<Int>(order: .priority)
        for number in [3, 1, 2] { try numbers.tryPut(number) }
        #expect(numbers.finish(discarding: true) == [1, 2, 3])
    }

    @Test func aCancelledTakerLeavesAndTheElementGoesToTheNext() async throws {
        let queue = AsyncQueue<Int>()
        let first = Task { try await queue.take() }
        await eventually { queue.waiters.count == 1 }
        let second = Task { try await queue.take() }
        await eventually { queue.waiters.count == 2 }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        try queue.tryPut(7)
        #expect(try await second.value == 7)
    }

    @Test func aCancelledPutterHasPutNothing() async throws {
        let queue = AsyncQueue<Int>(capacity: 1)
        try queue.tryPut(0)
        let putter = Task { try await queue.put(1) }
        await eventually { queue.waiters.count == 1 }
        putter.cancel()
        await #expect(throws: CancellationError.self) { try await putter.value }
        #expect(try queue.tryTake() == 0)
        #expect(try queue.tryTake() == nil)
    }

    @Test func aLoopInACancelledTaskThrows() async {
        let queue = AsyncQueue<Int>()
        let task = Task { for try await _ in queue {} }
        await eventually { queue.waiters.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aFinishedQueueCanBeEmptiedAndThenSaysSo() async throws {
        let queue = AsyncQueue<Int>(capacity: 1, name: "pages")
        try queue.tryPut(1)
        let putter = Task { try await queue.put(2) }
        await eventually { queue.waiters.count == 1 }
        #expect(queue.finish().isEmpty)
        await #expect(throws: QueueFinished(name: "pages")) { try await putter.value }
        #expect(throws: QueueFinished.self) { try queue.tryPut(3) }
        #expect(try await queue.take() == 1)
        await #expect(throws: QueueFinished(name: "pages")) { try await queue.take() }
        #expect(throws: QueueFinished.self) { try queue.tryTake() }
        #expect(queue.isFinished)
        #expect(QueueFinished(name: "pages").description.contains("'pages' is finished"))
    }

    @Test func finishingLetsWaitingTakersGo() async throws {
        let queue = AsyncQueue<Int>()
        let loop = Task { for try await _ in queue {} }
        let taker = Task { try await queue.take() }
        await eventually { queue.waiters.count == 2 }
        queue.finish()
        try await loop.value
        await #expect(throws: QueueFinished.self) { try await taker.value }
    }

    @Test func joinWaitsUntilTheWorkOnEveryElementIsDone() async throws {
        let queue = AsyncQueue<Int>()
        try await queue.join()
        for number in 0..<3 { try queue.tryPut(number) }
        let joined = Task { try await queue.join() }
        await eventually { queue.waiters.count == 1 }
        for _ in 0..<2 {
            _ = try await queue.take()
            queue.taskDone()
        }
        #expect(queue.waiters.count == 1)
        #expect(queue.finish(discarding: true) == [2])
        try await joined.value
    }

    @Test func moreTasksDoneThanElementsEndTheProcess() async {
        await #expect(processExitsWith: .failure) { AsyncQueue<Int>().taskDone() }
    }

    /// Elements that are handed over at the moment of a cancellation must arrive somewhere.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func aRaceOfHandOverAndCancellationLosesNoElement(seed: UInt64) async throws {
        let queue = AsyncQueue<Int>(capacity: seed % 2 == 0 ? nil : 2)
        var random = SeededGenerator(seed: seed)
        let patience = (0..<200).map { _ in Int.random(in: 0..<5, using: &random) }
        let producer = Task { for number in 0..<100 { try await queue.put(number) } }
        var taken = await withTaskGroup(of: Int?.self) { group in
            for patience in patience {
                group.addTask {
                    let task = Task { try await queue.take() }
                    for _ in 0..<patience { await Task.yield() }
                    task.cancel()
                    return try? await task.value
                }
            }
            return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        while taken.count < 100 { taken.append(try await queue.take()) }
        try await producer.value
        #expect(taken.sorted() == Array(0..<100), "seed \(seed)")
        #expect(queue.isEmpty && queue.waiters.isEmpty, "seed \(seed)")
    }
}
