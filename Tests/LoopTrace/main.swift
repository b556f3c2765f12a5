@testable import ExecutorFutures

// What a test wants from a process of its own: `LoopTrace loops` makes loops until the system refuses one and prints
// the reason; `LoopTrace [seed]` prints the trace of one run.
if CommandLine.arguments.dropFirst().first == "loops" {
    var loops: [EventLoop] = []
    do {
        while true { loops.append(try EventLoop()) }
    } catch {
        print(error)
    }
} else {
    print(try surfaceTrace(seed: CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) }))
}
