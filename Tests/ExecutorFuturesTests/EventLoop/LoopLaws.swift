import Testing

@testable import ExecutorFutures

/// One promise of ``EventLoop`` as a small program that any loop can run.
struct LoopLaw: CustomTestStringConvertible, Sendable {
    var name: String
    /// Returns what is wrong, or `nil`. The second argument says whether the loop promises first in, first out.
    var check: @Sendable (EventLoop, Bool) async throws -> String?

    var testDescription: String { name }

    static let all: [LoopLaw] = [
        LoopLaw(name: "callbacks run in the order of their calls") { loop, _ in
            var order: [Int] = []
            for number in 0..<20 { loop.callSoon { order.append(number) } }
            await settle(loop)
            return difference(order, Array(0..<20))
        },
        LoopLaw(name: "nothing runs inside the call that queues it") { loop, _ in
            var early: [String] = []
            var isInside = true
            loop.callSoon { if isInside { early.append("callSoon") } }
            let inside = Locked(true)
            let ran = Locked<[String]>([])
            loop.post { if inside.value { ran.change { $0.append("post") } } }
            let task = loop.spawn { if inside.value { ran.change { $0.append("spawn") } } }
            loop.callLater(after: .zero) { if isInside { early.append("callLater") } }
            isInside = false
            inside.change { $0 = false }
            try await task.value
            await settle(loop)
            return difference(early + ran.value, [])
        },
        LoopLaw(name: "equal deadlines fire in the order in which they were armed") { loop, _ in
            var order: [Int] = []
            let deadline = loop.clock.now.advanced(by: .milliseconds(1))
            for number in 0..<20 { _ = loop.callAt(deadline) { order.append(number) } }
            try await loop.clock.sleep(until: deadline)
            await settle(loop)
            return difference(order, Array(0..<20))
        },
        LoopLaw(name: "timers fire in the order of their deadlines, and none before") { loop, _ in
            var order: [Int] = []
            var isEarly = false
            let start = loop.clock.now
            for number in [3, 1, 4, 0, 2] {
                let deadline = start.advanced(by: .microseconds(100 * number))
                _ = loop.callAt(deadline) {
                    order.append(number)
                    if loop.clock.now < deadline { isEarly = true }
                }
            }
            try await loop.sleep(for: .milliseconds(1))
            await settle(loop)
            return isEarly ? "a timer fired before its deadline" : difference(order, [0, 1, 2, 3, 4])
        },
        LoopLaw(name: "a sleep never ends before its time") { loop, _ in
            for microseconds in [0, 1, 50, 300] {
                let start = loop.clock.now
                try await loop.sleep(for: .microseconds(microseconds))
                let slept = start.duration(to: loop.clock.now)
                if slept < .microseconds(microseconds) { return "slept \(slept) instead of \(microseconds) µs" }
            }
            return nil
        },
        LoopLaw(name: "a cancelled timer never fires, also when it was due") { loop, _ in
            var fired: [Int] = []
            var second: ScheduledCallback?
            let deadline = loop.clock.now.advanced(by: .microseconds(200))
            _ = loop.callAt(deadline) {
                fired.append(1)
                second?.cancel()
            }
            second = loop.callAt(deadline) { fired.append(2) }
            let third = loop.callAt(deadline) { fired.append(3) }
            third.cancel()
            try await loop.sleep(for: .milliseconds(1))
            await settle(loop)
            return difference(fired, [1])
        },
        LoopLaw(name: "everything runs on its own loop") { loop, _ in
            var strays: [String] = []
            func look(_ place: String) { if !loop.isCurrent { strays.append(place) } }
            loop.callSoon { look("callSoon") }
            loop.callLater(after: .zero) { look("timer") }
            look("task")
            await loop.yield()
            look("after yield")
            try await loop.sleep(for: .microseconds(10))
            look("after sleep")
            try await loop.toThread { if loop.isCurrent { throw Failure() } }
            look("after toThread")
            async let child = loop.isCurrent
            if await !child { strays.append("async let") }
            if await !Pinned(loop).isOnLoop() { strays.append("actor") }
            await Task.yield()
            look("after Task.yield")
            await settle(loop)
            return difference(strays, [])
        },
        LoopLaw(name: "pieces of tasks run in the order in which they became ready") { loop, isFIFO in
            let order = Locked<[[Int]]>([])
            let tasks = (0..<4).map { number in
                loop.spawn {
                    for step in 0..<3 {
                        order.change { $0.append([number, step]) }
                        await loop.yield()
                    }
                }
            }
            for task in tasks { try await task.value }
            let rounds = (0..<3).flatMap { step in (0..<4).map { [$0, step] } }
            if isFIFO { return difference(order.value, rounds) }
            for number in 0..<4 {
                let own = order.value.filter { $0[0] == number }.map { $0[1] }
                if own != [0, 1, 2] { return "task \(number) ran its steps in the order \(own)" }
            }
            return difference(order.value.count, 12)
        },
        LoopLaw(name: "what one thread posts arrives once and in its order") { loop, _ in
            let arrived = Locked<[[Int]]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for thread in 0..<3 {
                    group.addTask {
                        try await loop.toThread {
                            for number in 0..<100 { loop.post { arrived.change { $0.append([thread, number]) } } }
                        }
                    }
                }
                try await group.waitForAll()
            }
            await settle(loop)
            for thread in 0..<3 {
                let own = arrived.value.filter { $0[0] == thread }.map { $0[1] }
                if own != Array(0..<100) { return "thread \(thread): \(own)" }
            }
            return nil
        },
        LoopLaw(name: "no wake-up is lost") { loop, _ in
            var rounds = 0
            for _ in 0..<50 { rounds += try await loop.toThread { 1 } }
            return difference(rounds, 50)
        },
        LoopLaw(name: "a task that yields lets everything that is ready go first") { loop, isFIFO in
            var order: [Int] = []
            loop.callSoon { order.append(1) }
            loop.callSoon { order.append(2) }
            await loop.yield()
            order.append(3)
            await settle(loop)
            return isFIFO ? difference(order, [1, 2, 3]) : difference(order.filter { $0 < 3 }, [1, 2])
        },
    ]
}

/// An actor that lives on a loop.
actor Pinned {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

    init(_ loop: EventLoop) { self.loop = loop }

    func isOnLoop() -> Bool {
        assertIsolated()
        return loop.isCurrent
    }
}

/// Suspends until every callback that is queued now has run.
func settle(_ loop: EventLoop) async {
    await withUnsafeContinuation { continuation in loop.callSoon { continuation.resume() } }
}

private func difference<Value: Equatable>(_ found: Value, _ expected: Value) -> String? {
    found == expected ? nil : "found \(found), expected \(expected)"
}
