/// What a worker answers to a ``JobRequest``: all outputs, or the first failure.
///
/// The payload is its kind, in one byte, and its content.
struct JobReply {
    var kind: Kind
    var content: ArraySlice<UInt8>

    enum Kind: UInt8 {
        /// The content is the encoded list of outputs.
        case outputs
        /// An encoded `Failure`.
        case failure
        /// An encoded ``JobFailure``.
        case otherFailure
        case unknownJob
        /// Why a job could not be decoded, or the outputs not encoded.
        case notCodable
        /// How many bytes the reply would have had, as a variable-length number.
        case tooLarge
    }

    init(_ kind: Kind, _ content: [UInt8] = []) {
        self.kind = kind
        self.content = content[...]
    }

    init(payload: [UInt8]) throws(MalformedBytes) {
        var reader = ByteReader(payload[...])
        guard let kind = Kind(rawValue: try reader.byte()) else { throw MalformedBytes("a reply of no known kind") }
        self.kind = kind
        content = reader.rest
    }

    /// The reply as a message, or a complaint if it is longer than `limit`.
    func frame(limit: Int) -> Frame {
        let frame = Frame { writer in
            writer.append(contentsOf: [kind.rawValue])
            writer.append(contentsOf: content)
        }
        guard frame.payloadSize > limit else { return frame }
        var size = ByteWriter()
        size.appendVariable(UInt64(frame.payloadSize))
        return JobReply(.tooLarge, size.bytes).frame(limit: .max)
    }

    /// The outputs of so many jobs of one type.
    /// - Throws: what a job threw; ``ProcessPoolError``.
    func outputs<Job: ProcessJob>(of job: Job.Type, count: Int, _ pool: WorkerCrew.Settings) throws -> [Job.Output] {
        switch kind {
        case .outputs:
            let outputs = try decode([Job.Output].self)
            guard outputs.count == count else { throw notCodable("\(outputs.count) outputs came for \(count) jobs") }
            return outputs
        case .failure: throw try decode(Job.Failure.self)
        case .otherFailure: throw try decode(JobFailure.self)
        case .unknownJob: throw ProcessPoolError.unknownJob(executor: pool.name, job: Job.jobName)
        case .notCodable: throw notCodable(String(decoding: content, as: UTF8.self))
        case .tooLarge:
            var reader = ByteReader(content)
            let size = (try? reader.variable()) ?? .max
            throw ProcessPoolError.messageTooLarge(
                executor: pool.name, bytes: Int(clamping: size), limit: pool.maximumMessageSize)
        }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            do {
                return try BinaryDecoder.decode(type, from: content)
            } catch {
                throw notCodable("\(error)")
            }
        }

        func notCodable(_ problem: String) -> ProcessPoolError {
            .notCodable(executor: pool.name, job: Job.jobName, problem: problem)
        }
    }
}
