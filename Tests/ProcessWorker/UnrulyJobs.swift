import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The error that ``Fails`` declares.
package struct OutOfRange: Error, Codable, Equatable {
    package var number: Int

    package init(number: Int) { self.number = number }
}

/// A job that throws, either the error it declares or another one.
package struct Fails: ProcessJob {
    package typealias Failure = OutOfRange

    struct Undeclared: Error {
        var reason = "because"
    }

    package var number: Int?

    package init(number: Int?) { self.number = number }

    package func run() throws -> Int {
        guard let number else { throw Undeclared() }
        throw OutOfRange(number: number)
    }
}

/// A job that ends its process, by a signal or an exit.
package struct Dies: ProcessJob {
    package var signal: Int32?
    package var exitCode: Int32 = 0

    package init(signal: Int32? = nil, exitCode: Int32 = 0) {
        self.signal = signal
        self.exitCode = exitCode
    }

    package func run() -> NoOutput {
        guard let signal else { exit(exitCode) }
        kill(getpid(), signal)
        while true { pause() }
    }
}

/// A job that never ends, asleep or computing.
package struct Hangs: ProcessJob {
    package var announcement: String?
    package var isComputing: Bool

    package init(announcement: String? = nil, isComputing: Bool = false) {
        self.announcement = announcement
        self.isComputing = isComputing
    }

    package func run() -> NoOutput {
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
package struct RunsShell: ProcessJob {
    package var line: String

    package init(line: String) { self.line = line }

    package func run() -> Int32 {
        #if os(macOS) || os(Linux)
            system(line)
        #else
            -1
        #endif
    }
}

/// A job that writes to the worker's socket before it returns.
package struct WritesRubbish: ProcessJob {
    package var text: String
    package var hangs: Bool

    package init(text: String, hangs: Bool = false) {
        self.text = text
        self.hangs = hangs
    }

    package func run() -> NoOutput {
        let bytes = Array(text.utf8)
        _ = write(3, bytes, bytes.count)
        while hangs { pause() }
        return NoOutput()
    }
}

/// A job whose output cannot be encoded.
package struct HasNoEncoding: ProcessJob {
    package struct Unspeakable: Codable, Sendable {
        package func encode(to encoder: any Encoder) throws {
            let context = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "words fail me")
            throw EncodingError.invalidValue(self, context)
        }
    }

    package init() {}

    package func run() -> Unspeakable { Unspeakable() }
}

/// A job with an output of any size.
package struct MakesBytes: ProcessJob {
    package var count: Int

    package init(count: Int) { self.count = count }

    package func run() -> [UInt8] { [UInt8](repeating: 7, count: count) }
}

/// A job that no worker lists.
package struct Unlisted: ProcessJob {
    package init() {}

    package func run() -> Int { 0 }
}
