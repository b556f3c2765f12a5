/// Work for a ``ProcessPoolExecutor``: a value that travels to another process, runs there, and sends its output back.
///
/// A closure cannot leave its process, so work is named by its type, and what it needs are its properties:
/// ```swift
/// struct Factors: ProcessJob {
///     var number: Int
///     func run() throws -> [Int] { factorize(number) }
/// }
/// ```
/// The worker must know the type too: list it in ``ProcessPoolExecutor/serveIfWorker(jobs:)``.
public protocol ProcessJob: Codable, Sendable {
    /// What the job computes; ``NoOutput`` if it is run for its effect.
    associatedtype Output: Codable & Sendable

    /// The error that reaches the submitter as it was thrown. Everything else that ``run()`` throws arrives as a
    /// ``JobFailure``, which is also what this is unless the job declares a type of its own.
    associatedtype Failure: Error & Codable = JobFailure

    /// What the job is called between the processes; the type's full name unless the job says otherwise.
    ///
    /// A `private` type or one within a function has no name that two processes agree on, and must give one.
    static var jobName: String { get }

    /// Does the work, on a thread of the worker that runs nothing else. It may block, and may crash the worker.
    func run() throws -> Output
}

extension ProcessJob {
    public static var jobName: String { String(reflecting: Self.self) }
}

/// The output of a job that has none: `Void` cannot be encoded.
public struct NoOutput: Codable, Hashable, Sendable {
    public init() {}
}

/// An error that a job threw in its worker, told in words because its type cannot travel.
public struct JobFailure: Error, Codable, Hashable, CustomStringConvertible {
    /// The type of the error, with its module.
    public var type: String
    /// What the error says of itself.
    public var description: String

    public init(type: String, description: String) {
        self.type = type
        self.description = description
    }

    init(_ error: any Error) {
        self.init(type: String(reflecting: Swift.type(of: error)), description: String(describing: error))
    }
}
