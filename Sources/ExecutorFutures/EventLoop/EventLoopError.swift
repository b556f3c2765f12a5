/// Why a loop could not be made, run or used.
public enum EventLoopError: Error, Hashable, CustomStringConvertible {
    /// The system gave no descriptors for the loop's own needs; `code` is the system's error number.
    case noDescriptors(loop: String, code: Int32)
    /// The system gave no thread; `code` is the system's error number.
    case cannotStartThread(loop: String, code: Int32)
    /// The loop runs already, here or on another thread.
    case alreadyRunning(loop: String)
    /// The calling thread runs another loop, which would stand still meanwhile.
    case threadRunsAnotherLoop(loop: String, other: String)
    /// The loop has ended and runs nothing more.
    case shutDown(loop: String)
    /// `stop()` was called before there was a result.
    case stopped(loop: String)
    /// Virtual time only: nothing is ready, no timer is armed, no work is outside, and there is no result.
    /// - tasks: the names of the tasks that wait.
    case deadlock(loop: String, tasks: [String])
    /// The scheduler gave up this run.
    case abandoned(loop: String)
    /// A sleep of less than no time.
    case negativeDuration(Duration)
    /// No open descriptor has this number; `code` is the system's error number.
    case badDescriptor(Int32, code: Int32)
    /// The descriptor is always ready, as regular files are, and cannot be waited for.
    case notPollable(Int32)
    /// Somebody watches the descriptor for the same purpose.
    case alreadyWatched(Int32)
    /// Descriptors become ready in real time, which a loop in virtual time does not have.
    case noDescriptorsInVirtualTime(loop: String)
    /// The system does not let this signal be caught; `code` is the system's error number.
    case cannotCatch(Signal, code: Int32)
    /// There is no such child process, or somebody has taken its status; `code` is the system's error number.
    case noChild(Int32, code: Int32)

    public var description: String {
        switch self {
        case .noDescriptors(let loop, let code):
            "the system refused loop '\(loop)' a descriptor (error \(code)): close descriptors that are not needed, "
                + "or raise the limit (`ulimit -n`)"
        case .cannotStartThread(let loop, let code):
            "the system refused loop '\(loop)' its thread (error \(code)): "
                + "lower the process's number of threads or the stack size, or raise the limit (`ulimit -u`)"
        case .alreadyRunning(let loop):
            "loop '\(loop)' runs already: use `spawn` or `submit` to give it work"
        case .threadRunsAnotherLoop(let loop, let other):
            "loop '\(loop)' cannot run on the thread of loop '\(other)', which would stand still: "
                + "await the work there, or start '\(loop)' on a thread of its own"
        case .shutDown(let loop):
            "loop '\(loop)' has ended: make a new one"
        case .stopped(let loop):
            "loop '\(loop)' was stopped before there was a result: await the work before the call of `stop()`"
        case .deadlock(let loop, let tasks):
            "nothing can happen any more on loop '\(loop)', and the result is not there: "
                + (tasks.isEmpty ? "no task of the loop is left" : "these tasks wait: \(tasks.joined(separator: ", "))")
        case .abandoned(let loop):
            "the scheduler of loop '\(loop)' gave up the run"
        case .negativeDuration(let duration):
            "a task cannot sleep for \(duration): check the calculation, or sleep until an instant of `loop.clock`"
        case .badDescriptor(let descriptor, let code):
            "descriptor \(descriptor) is not open (error \(code)): watch it before it is closed"
        case .notPollable(let descriptor):
            "descriptor \(descriptor) is a regular file or a folder, which is always ready: "
                + "read it on an executor, with `loop.run(in:)` or `loop.toThread`"
        case .alreadyWatched(let descriptor):
            "descriptor \(descriptor) is watched already for the same purpose: cancel that registration first"
        case .noDescriptorsInVirtualTime(let loop):
            "loop '\(loop)' runs in virtual time and cannot watch descriptors: simulate the peer, or use real time"
        case .cannotCatch(let signal, let code):
            "\(signal) cannot be caught (error \(code)): listen to another one"
        case .noChild(let process, let code):
            "process \(process) is no child of this one, or its status was taken (error \(code)): "
                + "ask once, and let nobody else call `waitpid` for it"
        }
    }
}
