import ExecutorFutures

/// Threads that tests analyse on: with stacks as deep as hostile input needs.
package enum TestThreads {
    package static let two = make(2)

    /// A pool of its own; its threads end when it is dropped.
    package static func make(_ count: Int) -> ThreadPoolExecutor {
        ThreadPoolExecutor(name: "tests", maximumThreads: count, stackSize: 64 << 20)
    }
}
