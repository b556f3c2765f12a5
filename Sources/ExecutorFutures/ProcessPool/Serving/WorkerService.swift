#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The life of a worker: one thread listens to the pool, another one runs what it asks for.
final class WorkerService: Sendable {
    private let socket: FrameSocket
    private let jobs: [String: any ProcessJob.Type]
    private let work = ConditionLock(Work())

    private struct Work {
        var request: [UInt8]?
        /// From when a request arrives until its jobs have run.
        var isBusy = false
    }

    init(socket: FrameSocket, jobs: [any ProcessJob.Type]) {
        self.socket = socket
        self.jobs = Dictionary(jobs.map { ($0.jobName, $0) }) { first, _ in first }
    }

    /// Reports for work and serves until the pool closes the socket.
    func run() -> Never {
        let runner = ThreadStart(name: "jobs", stackSize: ThreadPoolExecutor.defaultStackSize) { self.runJobs() }
        let code = runner()
        guard code == 0 else {
            ProcessPoolExecutor.endProcess(complaining: "no thread for the jobs: \(SystemError.text(of: code))")
        }
        send(Frame { $0.append(contentsOf: [Frame.version]) }, number: 0)
        var number: UInt32 = 0
        while true {
            number &+= 1
            let request = receive(number)
            work.withLock { $0 = Work(request: request, isBusy: true) }
            work.signal()
        }
    }

    private func receive(_ number: UInt32) -> [UInt8] {
        do {
            return try socket.receive(number: number, deadline: nil)
        } catch {
            // A pool that is done with a worker waits for its reply first, so the socket of a busy one is only closed
            // when the pool's process has ended. Nobody can use what the job does then, and it may take for ever.
            if work.withLock({ $0.isBusy }) { _exit(EX_OK) }
            exit(EX_OK)
        }
    }

    private func runJobs() {
        var number: UInt32 = 0
        while true {
            let request = work.wait { work, _ in work.request.take() }
            number &+= 1
            let frame = reply(to: request).frame(limit: socket.limit)
            // What the jobs printed comes out before anybody knows that they are done.
            fflush(nil)
            work.withLock { $0.isBusy = false }
            send(frame, number: number)
        }
    }

    private func send(_ frame: consuming Frame, number: UInt32) {
        // If it cannot be sent, the pool is gone, which the listening thread is told as well.
        try? socket.send(frame, number: number, deadline: nil)
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
