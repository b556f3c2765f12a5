#if os(Linux) || os(Android)
    import CEventLoop
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A program that was started by ``EventLoop/withProcess(_:stopping:_:)``; asyncio's `Process`.
///
/// It may be used from any thread and any task.
public final class RunningProcess: Sendable {
    /// The system's number of the process. It may be another one's after the end; so send signals with ``send(_:)``.
    public var id: Int32 { child.id }
    /// What the program reads, if its command says ``Command/Input/stream``. ``StreamWriter/finish()`` ends it.
    public let input: StreamWriter?
    /// What the program writes, if its command says ``Command/Output/stream``.
    public let output: StreamReader?
    /// What the program writes as errors, if its command says ``Command/Output/stream``.
    public let errors: StreamReader?
    private let child: ChildProcess
    private let leadsGroup: Bool
    private let loop: EventLoop
    private let ended: Future<ProcessExit>

    init(_ child: ChildProcess, leadsGroup: Bool, pipes: ProcessPipes, loop: EventLoop) {
        self.child = child
        self.leadsGroup = leadsGroup
        self.loop = loop
        input = pipes.input.map { loop.writer(of: $0) }
        output = pipes.output.map { loop.reader(of: $0) }
        errors = pipes.errors.map { loop.reader(of: $0) }
        ended = loop.watch(child)
    }

    /// Suspends until the program has ended. May be asked any number of times, by any task.
    ///
    /// A program that writes more than a pipe holds waits until somebody reads its streams.
    /// - Throws: `CancellationError`; the program runs on then.
    public nonisolated(nonsending) func exit() async throws -> ProcessExit {
        try await ended.shielded().value
    }

    /// How it ended, if it has by now.
    public var exitIfEnded: ProcessExit? { try? ended.resultIfDone?.get() }

    /// Sends a signal to the program, and to what it has started, unless it is in the process group of this one.
    /// - Returns: `false` if it has ended.
    @discardableResult
    public func send(_ signal: Signal) -> Bool { child.send(signal: signal.rawValue, wholeGroup: leadsGroup) }

    /// Asks the program to end (`SIGTERM`); otherwise as ``send(_:)``.
    @discardableResult
    public func terminate() -> Bool { send(.terminate) }

    /// Ends the program (`SIGKILL`); otherwise as ``send(_:)``.
    @discardableResult
    public func kill() -> Bool { send(Signal(rawValue: SIGKILL)) }

    /// Closes the streams at this end; what was written and waits in memory is still sent.
    func closeStreams() {
        input?.close()
        output?.close()
        errors?.close()
    }

    /// Ends the program, and waits until it has been reaped, even if the task is cancelled.
    nonisolated(nonsending) func stop(_ policy: StopPolicy) async {
        input?.abort()
        closeStreams()
        await withCancellationShield {
            if case .terminate(let patience) = policy, terminate() {
                _ = try? await ended.value(timeout: patience, clock: loop.clock)
            }
            kill()
            // A loop that has ended tells nobody any more; that happens to tasks that live elsewhere.
            guard !loop.isShutDown else { return _ = await loop.defaultExecutor.submit { self.child.wait() }.result }
            _ = await ended.result
        }
    }
}

extension EventLoop {
    /// Reaps a child when it has ended, and not before.
    fileprivate func watch(_ child: ChildProcess) -> Future<ProcessExit> {
        let promise = Promise<ProcessExit>()
        core.enqueue(
            .call {
                // By a descriptor of the kernel, else by a thread that waits.
                if self.watchDescriptor(of: child, promise) { return }
                self.core.beginOutsideWork()
                self.defaultExecutor.submit { child.wait() }.whenComplete { exit in
                    self.core.endOutsideWork { promise.complete(with: exit) }
                }
            })
        return promise.future
    }

    private func watchDescriptor(of child: ChildProcess, _ promise: Promise<ProcessExit>) -> Bool {
        #if os(Linux) || os(Android)
            guard !core.driver.isVirtual else { return false }
            let number = event_loop_process(child.id)
            guard number >= 0 else { return false }
            let descriptor = StreamDescriptor(number, kind: .nonBlocking)
            var registration: DescriptorRegistration?
            registration = try? onReadable(number) {
                registration?.cancel()
                withExtendedLifetime(descriptor) {}
                // It has ended, so this does not wait.
                promise.fulfill(child.wait())
            }
            return registration != nil
        #else
            return false
        #endif
    }
}
