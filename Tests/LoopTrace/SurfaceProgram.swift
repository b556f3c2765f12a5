@testable import ExecutorFutures

/// Runs everything that Swift's concurrency has on one loop in virtual time, and returns what happened, line by line.
/// - Parameter seed: of the order in which pieces of tasks run; `nil` is first in, first out.
func surfaceTrace(seed: UInt64?) throws -> String {
    let trace = Trace()
    var configuration = EventLoop.Configuration(time: .virtual)
    if let seed { configuration.scheduler = SeededScheduler(seed: seed, trace: trace) }
    try EventLoop.run(configuration: configuration) { loop in
        let program = SurfaceProgram(loop: loop, trace: trace)
        try await program.groups()
        await program.actors()
        await program.streams()
        try await program.cancellation()
        try await program.timeOuts()
        try await program.priorities()
        await program.unstructured()
    }
    return trace.text
}

/// Each function uses one part of the language and notes what it sees.
struct SurfaceProgram: Sendable {
    let loop: EventLoop
    let trace: Trace

    @TaskLocal static var request = "none"

    private func note(_ text: String) {
        trace.note("\(loop.clock.now.nanoseconds / 1000) \(Self.request) \(loop.isCurrent) \(text)")
    }

    func groups() async throws {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<5 {
                group.addTask {
                    for step in 0..<3 {
                        try await loop.sleep(for: .microseconds((number * 7 + step * 3) % 5))
                        note("child \(number) step \(step)")
                    }
                    return number
                }
            }
            for try await number in group { note("joined \(number)") }
        }
        async let left = slowly(1)
        async let right = slowly(2)
        note("async let \(await left + right)")
    }

    private func slowly(_ number: Int) async -> Int {
        for _ in 0..<number { await Task.yield() }
        note("slowly \(number)")
        return number
    }

    func actors() async {
        let counter = Counter(loop)
        let plain = PlainCounter()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    note("pinned \(await counter.add(number))")
                    note("plain \(await plain.add(number))")
                }
            }
        }
    }

    func streams() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        let producer = loop.spawn {
            for number in 0..<4 {
                continuation.yield(number)
                await loop.yield()
            }
            continuation.finish()
        }
        for await number in stream { note("element \(number)") }
        _ = await producer.result
    }

    func cancellation() async throws {
        let task = loop.spawn(name: "sleeper") {
            try await withTaskCancellationHandler {
                try await loop.sleep(for: .seconds(10))
            } onCancel: {
                note("cancelled")
            }
        }
        try await loop.sleep(for: .milliseconds(1))
        task.cancel()
        do { try await task.value } catch { note("\(error)") }
    }

    func timeOuts() async throws {
        let result = await withTaskGroup(of: String.self) { group in
            // allow-sleep: in virtual time, and part of the surface
            group.addTask { (try? await Task.sleep(for: .seconds(5), clock: loop.clock)) == nil ? "cut" : "slept" }
            group.addTask { (try? await loop.sleep(for: .seconds(1))) == nil ? "cut" : "time out" }
            let first = await group.next() ?? ""
            group.cancelAll()
            return first + ", " + (await group.next() ?? "")
        }
        note(result)
        note("took \(try await loop.clock.measure { try await loop.sleep(for: .milliseconds(3)) })")
    }

    func priorities() async throws {
        let tasks = [TaskPriority.background, .high, .medium, .low].map { priority in
            loop.spawn(priority: priority) { note("priority \(Task.currentPriority == priority)") }
        }
        for task in tasks { try await task.value }
    }

    func unstructured() async {
        await Self.$request.withValue("inherited") {
            let task = Task(name: "plain", executorPreference: loop.taskExecutor) {
                note("unstructured")
                await loop.yield()
                return await withUnsafeContinuation { continuation in
                    loop.callLater(after: .milliseconds(2)) { continuation.resume(returning: Self.request) }
                }
            }
            note("got \(await task.value)")
        }
    }
}

actor Counter {
    private let loop: EventLoop
    private var total = 0
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

    init(_ loop: EventLoop) { self.loop = loop }

    func add(_ number: Int) async -> Int {
        total += number
        await loop.yield()
        return total
    }
}

/// Bound to no loop; its callers' preference brings it there.
actor PlainCounter {
    private var total = 0

    func add(_ number: Int) async -> Int {
        total += number
        await Task.yield()
        return total
    }
}

/// Lines in the order in which they came.
final class Trace: Sendable {
    private let lines = LockedValue<[String]>([])

    func note(_ line: String) { lines.withLock { $0.append(line) } }

    var text: String { lines.withLock { $0 }.joined(separator: "\n") }
}

/// Chooses by a seeded generator, and notes each choice.
final class SeededScheduler: LoopScheduler {
    private let state: LockedValue<UInt64>
    private let trace: Trace

    init(seed: UInt64, trace: Trace) {
        state = LockedValue(seed)
        self.trace = trace
    }

    func choose(among options: [ReadyChoice]) -> Int? {
        let word = state.withLock { state in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let choice = Int(word % UInt64(options.count))
        trace.note("choice \(options[choice].kind) \(options[choice].number ?? -1) of \(options.count)")
        return choice
    }
}
