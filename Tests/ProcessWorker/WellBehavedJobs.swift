import ExecutorFutures
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A job that takes no time.
struct Square: ProcessJob {
    var number: Int

    func run() -> Int { number * number }
}

/// A job with an optional, a dictionary and a nested type.
struct Sum: ProcessJob {
    struct Result: Codable, Sendable, Equatable {
        var total: Int
        var largest: String?
    }

    var amounts: [String: Int]
    var limit: Int?

    func run() -> Result {
        Result(
            total: min(amounts.values.reduce(0, +), limit ?? .max),
            largest: amounts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key)
    }
}

/// A job with a lot of data both ways.
struct Numbers: ProcessJob {
    var values: [Double]

    func run() -> [Double] { values.map { -$0 } }
}

/// A job that goes on until the other end of a named pipe is closed, and returns what came through it.
struct WaitsForPipe: ProcessJob {
    var path: String

    func run() -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}

/// A job that tells what its process looks like.
struct DescribesWorker: ProcessJob {
    struct Facts: Codable, Sendable, Equatable {
        var process: Int32
        var parent: Int32
        var group: Int32
        var descriptors: Set<Int32>
        var readsFromStandardInput: Int
        var hasInvitation: Bool
        var variable: String?
    }

    func run() -> Facts {
        var byte: UInt8 = 0
        return Facts(
            process: getpid(), parent: getppid(), group: getpgrp(), descriptors: openDescriptors(),
            readsFromStandardInput: read(STDIN_FILENO, &byte, 1),
            hasInvitation: getenv("EXECUTOR_FUTURES_WORKER") != nil,
            variable: getenv("WORKER_TEST").map { String(cString: $0) })
    }
}

/// Prepares a worker; a job that follows sees what it left.
struct Remembers: ProcessJob {
    static let lastWord = Mutex("nothing")
    var word: String

    func run() throws -> NoOutput {
        if word.isEmpty { throw OutOfRange(number: 0) }
        Self.lastWord.withLock { $0 = word }
        return NoOutput()
    }
}

/// Reads what ``Remembers`` left in its worker.
struct Recalls: ProcessJob {
    func run() -> String { Remembers.lastWord.withLock { $0 } }
}
