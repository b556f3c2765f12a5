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
package struct Square: ProcessJob {
    package var number: Int

    package init(number: Int) { self.number = number }

    package func run() -> Int { number * number }
}

/// A job with an optional, a dictionary and a nested type.
package struct Sum: ProcessJob {
    package struct Result: Codable, Sendable, Equatable {
        package var total: Int
        package var largest: String?
    }

    package var amounts: [String: Int]
    package var limit: Int?

    package init(amounts: [String: Int], limit: Int? = nil) {
        self.amounts = amounts
        self.limit = limit
    }

    package func run() -> Result {
        Result(
            total: min(amounts.values.reduce(0, +), limit ?? .max),
            largest: amounts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key)
    }
}

/// A job with a lot of data both ways.
package struct Numbers: ProcessJob {
    package var values: [Double]

    package init(values: [Double]) { self.values = values }

    package func run() -> [Double] { values.map { -$0 } }
}

/// A job that goes on until the other end of a named pipe is closed, and returns what came through it.
package struct WaitsForPipe: ProcessJob {
    package var path: String

    package init(path: String) { self.path = path }

    package func run() -> [UInt8] {
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
package struct DescribesWorker: ProcessJob {
    package struct Facts: Codable, Sendable, Equatable {
        package var process: Int32
        package var parent: Int32
        package var group: Int32
        package var descriptors: Set<Int32>
        package var readsFromStandardInput: Int
        package var hasInvitation: Bool
        package var variable: String?
    }

    package init() {}

    package func run() -> Facts {
        var byte: UInt8 = 0
        return Facts(
            process: getpid(), parent: getppid(), group: getpgrp(), descriptors: openDescriptors(),
            readsFromStandardInput: read(STDIN_FILENO, &byte, 1), hasInvitation: getenv("EXECUTOR_FUTURES_WORKER") != nil,
            variable: getenv("WORKER_TEST").map { String(cString: $0) })
    }
}

/// Prepares a worker; a job that follows sees what it left.
package struct Remembers: ProcessJob {
    static let lastWord = Mutex("nothing")
    package var word: String

    package init(word: String) { self.word = word }

    package func run() throws -> NoOutput {
        if word.isEmpty { throw OutOfRange(number: 0) }
        Self.lastWord.withLock { $0 = word }
        return NoOutput()
    }
}

/// Reads what ``Remembers`` left in its worker.
package struct Recalls: ProcessJob {
    package init() {}

    package func run() -> String { Remembers.lastWord.withLock { $0 } }
}
