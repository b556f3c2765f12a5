import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Both together: tasks take turns on the loop while blocking operations run on the executor's threads.
///
/// Takes one second, not four: three operations and a sleep wait at the same time, and the loop stays free to tick.
@main
enum Together {
    static func main() throws {
        let pool = ThreadPoolExecutor(name: "work")
        try EventLoop.run { loop in
            let clock = loop.spawn(name: "clock") {
                for tick in 1...3 {
                    try await loop.sleep(for: .milliseconds(250))
                    print("tick \(tick)")
                }
            }
            async let pause: Void = loop.sleep(for: .seconds(1))
            async let first = loop.run(in: pool) { blockingOperation(seconds: 1) }
            async let second = loop.run(in: pool) { blockingOperation(seconds: 1) }
            async let third = loop.run(in: pool) { blockingOperation(seconds: 1) }
            print("slept for \(try await first + second + third) s in all")
            try await pause
            try await clock.value
        }
        try pool.shutdownAndWait()
    }

    static func blockingOperation(seconds: UInt32) -> UInt32 {
        sleep(seconds)
        return seconds
    }
}
