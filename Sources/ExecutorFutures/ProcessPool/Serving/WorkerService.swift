#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The life of a worker: receives requests, runs their jobs, and sends the replies, all on one thread.
struct WorkerService: Sendable {
    private let socket: FrameSocket
    private let jobs: [String: any ProcessJob.Type]

    init(socket: FrameSocket, jobs: [any ProcessJob.Type]) {
        self.socket = socket
        self.jobs = Dictionary(jobs.map { ($0.jobName, $0) }) { first, _ in first }
    }

    /// Reports for work, and ends the process when the pool needs it no more.
    func run() -> Never {
        let report = Frame { $0.append(contentsOf: [Frame.version]) }
        do {
            try socket.send(report, number: 0, deadline: nil)
            var number: UInt32 = 0
            while true {
                number &+= 1
                let request = try socket.receive(number: number, deadline: nil)
                var answer = JobReply(.unknownJob)
                withAutoreleasePool { answer = reply(to: request) }
                let frame = answer.frame(limit: socket.limit)
                // What the jobs printed comes out before anybody knows that they are done.
                fflush(nil)
                try socket.send(frame, number: number, deadline: nil)
            }
        } catch {
            // The pool has closed its end, or it is broken and the pool will find that out.
            exit(EX_OK)
        }
    }

    private func reply(to payload: [UInt8]) -> JobReply {
        do {
            let request = try JobRequest.read(payload)
            guard let type = jobs[request.name] else { return JobReply(.unknownJob) }
            return try type.perform(request.jobs)
        } catch {
            // The jobs' own errors do not come here.
            return JobReply(.notCodable, Array("\(error)".utf8))
        }
    }
}

extension ProcessJob {
    /// Runs jobs that have just arrived.
    /// - Throws: if one of them cannot be decoded, or what becomes of it not be encoded.
    fileprivate static func perform(_ bytes: ArraySlice<UInt8>) throws -> JobReply {
        var jobs = try BinaryDecoder(bytes).unkeyedContainer()
        var outputs: [Output] = []
        while !jobs.isAtEnd {
            let job = try jobs.decode(Self.self)
            do {
                outputs.append(try job.run())
            } catch let failure as Failure {
                return JobReply(.failure, try BinaryEncoder.encode(failure))
            } catch {
                return JobReply(.otherFailure, try BinaryEncoder.encode(JobFailure(error)))
            }
        }
        return JobReply(.outputs, try BinaryEncoder.encode(outputs))
    }
}
