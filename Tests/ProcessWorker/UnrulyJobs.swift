import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The error that ``Fails`` declares.
struct OutOfRange: Error, Codable, Equatable {
    var number: Int
}

/// A job that throws, either the error it declares or another one.
struct Fails: ProcessJob {
    typealias Failure = OutOfRange

    struct Undeclared: Error {
        var reason = "because"
    }

    var number: Int?

    func run() throws -> Int {
        guard let number else { throw Undeclared() }
        throw OutOfRange(number: number)
    }
}

/// A job that ends its process, by a signal or an exit.
struct Dies: ProcessJob {
    var signal: Int32?
    var exitCode: Int32 = 0

    func run() -> NoOutput {
        guard let signal else { exit(exitCode) }
        kill(getpid(), signal)
        while true { pause() }
    }
}

/// A job that never ends, asleep or computing.
struct Hangs: ProcessJob {
    var announcement: String?
    var isComputing = false

    func run() -> NoOutput {
        if let announcement {
            print(announcement)
            fflush(nil)
        }
        while !isComputing { pause() }
        var word = UInt64(getpid())
        while word != 0 { word = word &* 6_364_136_223_846_793_005 &+ 1 | 1 }
        return NoOutput()
    }
}

/// A job that waits for a line of `sh`.
struct RunsShell: ProcessJob {
    var line: String

    func run() -> Int32 {
        #if os(macOS) || os(Linux)
            system(line)
        #else
            -1
        #endif
    }
}

/// A job that writes to the worker's socket before it returns.
struct WritesRubbish: ProcessJob {
    var text: String
    var hangs = false

    func run() -> NoOutput {
        let bytes = Array(text.utf8)
        _ = write(3, bytes, bytes.count)
        while hangs { pause() }
        return NoOutput()
    }
}

/// A job whose output cannot be encoded.
struct HasNoEncoding: ProcessJob {
    struct Unspeakable: Codable, Sendable {
        func encode(to encoder: any Encoder) throws {
            let context = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "words fail me")
            throw EncodingError.invalidValue(self, context)
        }
    }

    func run() -> Unspeakable { Unspeakable() }
}

/// A job with an output of any size.
struct MakesBytes: ProcessJob {
    var count: Int

    func run() -> [UInt8] { [UInt8](repeating: 7, count: count) }
}

/// A job that no worker lists.
struct Unlisted: ProcessJob {
    func run() -> Int { 0 }
}
