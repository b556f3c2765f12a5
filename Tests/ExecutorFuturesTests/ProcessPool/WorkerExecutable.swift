import ExecutorFutures
import Foundation

/// The program `ProcessWorker`, which is built beside these tests.
enum WorkerExecutable {
    static let path: String = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        // On Apple's systems the tests are a bundle that another program has loaded.
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
        let candidates = ([own] + bundles).map { $0.deletingLastPathComponent().appending(path: "ProcessWorker").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "ProcessWorker"
    }()

    /// A proper worker. It writes no backtrace when it crashes: the runtime's handler swallows signals that were sent.
    static let program = WorkerProgram(executable: path, environment: ["SWIFT_BACKTRACE": "enable=no"])

    /// Calls `body` with a pool of proper workers, and shuts the pool down.
    @discardableResult
    static func withPool<Value>(
        workers: Int = 1, maximumJobsPerWorker: Int? = nil, maximumMessageSize: Int = 1 << 24,
        queue: QueueLimit = .unlimited,
        workerSetUp: (any ProcessJob)? = nil, _ body: (ProcessPoolExecutor) async throws -> Value
    ) async throws -> Value {
        let pool = ProcessPoolExecutor(
            name: "tests", maximumWorkers: workers, program: program, queue: queue,
            maximumJobsPerWorker: maximumJobsPerWorker, maximumMessageSize: maximumMessageSize,
            workerSetUp: workerSetUp)
        do {
            let value = try await body(pool)
            await pool.shutdown()
            return value
        } catch {
            await pool.shutdown(cancelPending: true)
            throw error
        }
    }
}

/// A named pipe: what joins a test with a job in another process.
final class NamedPipe: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "worker-\(UUID().uuidString)"
        guard mkfifo(path, 0o600) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { unlink(path) }

    /// Waits until a job has opened the pipe for reading; that job then runs until the pipe is closed.
    func openForWriting() async throws -> FileHandle {
        try await onPlainThread { [path] in try FileHandle(forWritingTo: URL(filePath: path)) }
    }

    /// Waits until somebody has opened the pipe for writing.
    func openForReading() async throws -> FileHandle {
        try await onPlainThread { [path] in try FileHandle(forReadingFrom: URL(filePath: path)) }
    }

    /// Reads end at once while nobody has opened the pipe for writing.
    func openForReadingWithoutWriter() throws -> FileHandle {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        // From here on reading waits, until there is no writer any more.
        _ = fcntl(descriptor, F_SETFL, 0)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}

extension FileHandle {
    /// What comes until all writers have closed their ends.
    func text() async throws -> String {
        try await onPlainThread { String(decoding: try self.readToEnd() ?? Data(), as: UTF8.self) }
    }
}
