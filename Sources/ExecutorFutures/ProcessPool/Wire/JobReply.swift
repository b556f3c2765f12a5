/// What a worker answers to a ``JobRequest``: the outputs in order, and at the first failure that instead.
///
/// The payload is the number of entries, and of each its kind and, behind their number, its bytes.
struct JobReply {
    private(set) var entries: [Entry] = []

    /// What became of one job.
    struct Entry {
        var kind: Kind
        var content: [UInt8] = []
    }

    enum Kind: UInt8 {
        /// The content is an encoded `Output`.
        case output
        /// An encoded `Failure`.
        case failure
        /// An encoded ``JobFailure``.
        case otherFailure
        case unknownJob
        /// Why the job could not be decoded, or its output not encoded.
        case notCodable
        /// How many bytes the outputs have, as a variable-length number.
        case tooLarge
    }

    init(entries: [Entry]) {
        self.entries = entries
    }

    init(_ payload: [UInt8]) throws(MalformedBytes) {
        var reader = ByteReader(payload[...])
        for _ in 0..<(try reader.count()) {
            guard let kind = Kind(rawValue: try reader.byte()) else { throw MalformedBytes("a reply of no known kind") }
            entries.append(Entry(kind: kind, content: Array(try reader.counted())))
        }
    }

    /// The reply as a message, or a complaint if it is longer than `limit`.
    func frame(limit: Int) -> Frame {
        let frame = Frame { writer in
            writer.appendVariable(UInt64(entries.count))
            for entry in entries {
                writer.append(contentsOf: [entry.kind.rawValue])
                writer.appendCounted(entry.content)
            }
        }
        guard frame.payloadSize > limit else { return frame }
        var size = ByteWriter()
        size.appendVariable(UInt64(frame.payloadSize))
        return JobReply(entries: [Entry(kind: .tooLarge, content: size.bytes)]).frame(limit: .max)
    }

    /// The outputs of jobs of one type.
    /// - Throws: what a job threw; ``ProcessPoolError``.
    func outputs<Job: ProcessJob>(of job: Job.Type, count: Int, _ pool: WorkerCrew.Settings) throws -> [Job.Output] {
        let outputs = try entries.map { entry in
            switch entry.kind {
            case .output: return try decode(Job.Output.self, entry.content)
            case .failure: throw try decode(Job.Failure.self, entry.content)
            case .otherFailure: throw try decode(JobFailure.self, entry.content)
            case .unknownJob: throw ProcessPoolError.unknownJob(executor: pool.name, job: Job.jobName)
            case .notCodable: throw notCodable(String(decoding: entry.content, as: UTF8.self))
            case .tooLarge:
                var reader = ByteReader(entry.content[...])
                throw ProcessPoolError.messageTooLarge(
                    executor: pool.name, bytes: Int(clamping: try reader.variable()), limit: pool.maximumMessageSize)
            }
        }
        guard outputs.count == count else { throw notCodable("\(outputs.count) outputs came for \(count) jobs") }
        return outputs

        func decode<Value: Decodable>(_ type: Value.Type, _ content: [UInt8]) throws -> Value {
            do {
                return try BinaryDecoder.decode(type, from: content[...])
            } catch {
                throw notCodable("\(error)")
            }
        }

        func notCodable(_ problem: String) -> ProcessPoolError {
            .notCodable(executor: pool.name, job: Job.jobName, problem: problem)
        }
    }
}
