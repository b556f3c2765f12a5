@testable import ExecutorFutures

// What a test wants from a process of its own: `LoopTrace loops` makes loops until the system refuses one and prints
// the reason; `LoopTrace streams` prints what streams leave behind; `LoopTrace [seed]` prints the trace of one run.
switch CommandLine.arguments.dropFirst().first {
case "loops":
    var loops: [EventLoop] = []
    do {
        while true { loops.append(try EventLoop()) }
    } catch {
        print(error)
    }
case "streams":
    for account in try streamAccounts() { print(account) }
case let seed:
    print(try surfaceTrace(seed: seed.flatMap { UInt64($0) }))
}
