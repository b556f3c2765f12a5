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
                let frame = reply(to: request).frame(limit: socket.limit)
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
            guard let type = jobs[request.name] else { return JobReply(entries: [.init(kind: .unknownJob)]) }
            var entries: [JobReply.Entry] = []
            for job in request.jobs {
                withAutoreleasePool { entries.append(type.perform(job)) }
                if entries.last?.kind != .output { break }
            }
            return JobReply(entries: entries)
        } catch {
            return JobReply(entries: [.notCodable(error)])
        }
    }
}

extension ProcessJob {
    /// Runs a job that has just arrived.
    fileprivate static func perform(_ bytes: ArraySlice<UInt8>) -> JobReply.Entry {
        do {
            let job = try BinaryDecoder.decode(Self.self, from: bytes)
            let output: Output
            do {
                output = try job.run()
            } catch let failure as Failure {
                return JobReply.Entry(kind: .failure, content: try BinaryEncoder.encode(failure))
            } catch {
                return JobReply.Entry(kind: .otherFailure, content: try BinaryEncoder.encode(JobFailure(error)))
            }
            return JobReply.Entry(kind: .output, content: try BinaryEncoder.encode(output))
        } catch {
            return .notCodable(error)
        }
    }
}

extension JobReply.Entry {
    fileprivate static func notCodable(_ error: any Error) -> Self {
        Self(kind: .notCodable, content: Array("\(error)".utf8))
    }
}
