/// What a pool asks of a worker: jobs of one type, to be run one after another up to the first that fails.
///
/// The payload is the job's name, the number of jobs, and each job's bytes behind their number.
enum JobRequest {
    /// - Throws: `EncodingError`.
    static func frame<Job: ProcessJob>(_ jobs: some Collection<Job>) throws -> Frame {
        try Frame { writer in
            writer.appendCounted(Job.jobName)
            writer.appendVariable(UInt64(jobs.count))
            for job in jobs { writer.appendCounted(try BinaryEncoder.encode(job)) }
        }
    }

    static func read(_ payload: [UInt8]) throws(MalformedBytes) -> (name: String, jobs: [ArraySlice<UInt8>]) {
        var reader = ByteReader(payload[...])
        let name = try reader.string()
        var jobs: [ArraySlice<UInt8>] = []
        for _ in 0..<(try reader.count()) { jobs.append(try reader.counted()) }
        return (name, jobs)
    }
}
