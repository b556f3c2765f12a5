/// What a pool asks of a worker: to run jobs of one type one after another, up to the first that fails.
///
/// The payload is the job's name behind the number of its bytes, and the encoded list of jobs.
enum JobRequest {
    /// - Throws: `EncodingError`.
    static func frame<Job: ProcessJob>(_ jobs: [Job]) throws -> Frame {
        try Frame { writer in
            writer.appendCounted(Job.jobName)
            writer.append(contentsOf: try BinaryEncoder.encode(jobs))
        }
    }

    static func read(_ payload: [UInt8]) throws(MalformedBytes) -> (name: String, jobs: ArraySlice<UInt8>) {
        var reader = ByteReader(payload[...])
        return (try reader.string(), reader.rest)
    }
}
