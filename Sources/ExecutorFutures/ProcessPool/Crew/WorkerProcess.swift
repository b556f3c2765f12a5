#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A worker as its pool sees it: a child process and the socket to it. One thread at a time has it.
///
/// Every worker must be ended by ``retire()`` or ``kill()``, which reap the process.
final class WorkerProcess {
    let child: ChildProcess
    /// Whether it has reported for work and is set up.
    var hasStarted = false
    /// How many jobs it has run, without the one that prepared it.
    var jobsRun = 0
    private let socket: FrameSocket
    private var lastNumber: UInt32 = 0

    /// How long a worker that is not needed any more may take to end by itself.
    private static let patience = Duration.seconds(5)

    /// Starts the process; it has not reported yet.
    init(_ program: WorkerProgram, maximumMessageSize: Int) throws(SystemError) {
        let invitation = WorkerInvitation(
            secret: UInt64.random(in: 0 ... .max), maximumMessageSize: maximumMessageSize)
        let sockets = try SocketPair()
        let variables = program.environment.merging([WorkerInvitation.variable: invitation.text]) { _, own in own }
        child = try ChildProcess(
            ProcessLaunch(
                executable: program.executable, words: [program.executable] + program.arguments,
                environment: ProcessLaunch.inheritedEnvironment(adding: variables),
                thirdDescriptor: sockets.second.number))
        socket = FrameSocket(sockets.first, secret: invitation.secret, limit: maximumMessageSize)
    }

    /// Waits for the worker's report.
    /// - Returns: the version of the messages that it understands.
    func report(deadline: ContinuousClock.Instant) throws(FrameSocket.Problem) -> UInt8 {
        let payload = try socket.receive(number: 0, deadline: deadline)
        guard payload.count == 1 else { throw .malformed(MalformedBytes("a report of \(payload.count) bytes")) }
        return payload[0]
    }

    /// Sends a request and waits for the reply.
    func exchange(
        _ request: consuming Frame, deadline: ContinuousClock.Instant?
    ) throws(FrameSocket.Problem) -> JobReply {
        lastNumber &+= 1
        try socket.send(request, number: lastNumber, deadline: deadline)
        let payload = try socket.receive(number: lastNumber, deadline: deadline)
        do {
            return try JobReply(payload: payload)
        } catch {
            throw .malformed(error)
        }
    }

    /// Whether the worker waits for a request. One that has died or speaks unasked does not.
    var isReady: Bool { socket.isQuiet }

    /// Lets the worker end by itself, which it does when it finds the socket closed.
    func retire() {
        socket.finishSending()
        // The worker's last sign is that its end is closed, by the system and after its exit handlers have run.
        _ = try? socket.receive(number: 0, deadline: .now + Self.patience)
        kill()
    }

    /// Ends the worker now. If it has ended already, it keeps the status that it ended with.
    /// - Parameter wholeGroup: whether to end what the worker has started, too.
    @discardableResult
    func kill(wholeGroup: Bool = false) -> ProcessExit {
        child.send(signal: SIGKILL, wholeGroup: wholeGroup)
        return child.wait()
    }
}
