import Testing

@testable import ExecutorFutures

/// The end of a loop, also while other threads give it work and end it too.
@Suite struct LoopShutdownTests {
    @Test func everyTaskEndsHoweverManyShutdownsItMeets() async throws {
        for _ in 0..<200 {
            let loop = try EventLoop.onOwnThread(configuration: EventLoop.Configuration(onEvent: { _ in }))
            async let first: Void = loop.shutdown()
            async let second: Void = loop.shutdown()
            var futures: [Future<Int>] = []
            var tasks: [Task<Int, any Error>] = []
            for number in 0..<20 {
                futures.append(
                    loop.submit {
                        await loop.yield()
                        return number
                    })
                tasks.append(loop.spawn { number })
            }
            await first
            await second
            for (number, future) in futures.enumerated() { expect(await future.result, is: number, or: loop) }
            for (number, task) in tasks.enumerated() { expect(await task.result, is: number, or: loop) }
        }
    }

    @Test func whenAShutdownReturnsEverythingIsReleased() async throws {
        for _ in 0..<200 {
            let held = Locked(0)
            let loop = try EventLoop.onOwnThread()
            for _ in 0..<20 {
                let token = Token(held)
                loop.post { loop.callLater(after: .seconds(1000)) { token.touch() } }
            }
            async let first: Void = loop.shutdown()
            await loop.shutdown()
            #expect(held.value == 0)
            await first
        }
    }

    @Test func anEndedLoopKeepsNoMemory() throws {
        weak var engine: LoopEngine?
        do {
            let loop = try EventLoop()
            engine = loop.core
            #expect(try loop.run(until: loop.submit { 1 }) == 1)
            loop.windUp()
        }
        #expect(engine == nil)
    }

    @Test func aSleeperWhoseCallIsStillInTheMailHearsOfTheEnd() async throws {
        let loop = try EventLoop()
        let sleeper = Task { try await loop.sleep(for: .seconds(1000)) }
        while loop.core.inbox.withLock({ $0.entries.isEmpty }) { await Task.yield() }
        await loop.shutdown()
        await #expect(throws: EventLoopError.shutDown(loop: loop.name)) { try await sleeper.value }
    }

    /// What was let in has run, and the rest was refused.
    private func expect(_ result: Result<Int, any Error>, is number: Int, or loop: EventLoop) {
        switch result {
        case .success(let value): #expect(value == number)
        case .failure(let error): #expect(error as? EventLoopError == .shutDown(loop: loop.name))
        }
    }
}

/// Counts how many of its kind there are.
private final class Token: Sendable {
    private let count: Locked<Int>

    init(_ count: Locked<Int>) {
        self.count = count
        count.change { $0 += 1 }
    }

    deinit { count.change { $0 -= 1 } }

    func touch() {}
}
