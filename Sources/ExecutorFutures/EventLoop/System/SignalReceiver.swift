import CEventLoop

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Takes the signals of the whole process and hands them to those who listen.
///
/// A handler may do next to nothing, so it writes the signal's number to a pipe, and a thread reads them from there.
/// One thread for all loops, because handlers belong to the process; it is started by the first listener.
final class SignalReceiver: Sendable {
    static let shared = SignalReceiver()

    private struct Listener {
        var signals: [Signal]
        var body: @Sendable (Signal) -> Void
    }

    private struct Guarded {
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        var isStarted = false

        func listens(to signal: Signal) -> Bool { listeners.values.contains { $0.signals.contains(signal) } }
    }

    private let guarded = LockedValue(Guarded())

    /// Calls `body`, on the receiver's thread, with each signal of the given kinds.
    /// - Returns: what `remove` wants.
    func listen(to signals: [Signal], _ body: @escaping @Sendable (Signal) -> Void) throws(EventLoopError) -> Int {
        let result = guarded.withLock { guarded -> Result<Int, EventLoopError> in
            if !guarded.isStarted {
                if let error = start() { return .failure(error) }
                guarded.isStarted = true
            }
            var caught: [Signal] = []
            for signal in signals where !guarded.listens(to: signal) && !caught.contains(signal) {
                let code = event_loop_catch_signal(signal.rawValue)
                guard code == 0 else {
                    for signal in caught { _ = event_loop_restore_signal(signal.rawValue) }
                    return .failure(.cannotCatch(signal, code: code))
                }
                caught.append(signal)
            }
            guarded.nextListener += 1
            guarded.listeners[guarded.nextListener] = Listener(signals: signals, body: body)
            return .success(guarded.nextListener)
        }
        return try result.get()
    }

    func remove(_ number: Int) {
        let listener = guarded.withLock { guarded -> Listener? in
            let listener = guarded.listeners.removeValue(forKey: number)
            for signal in Set(listener?.signals ?? []) where !guarded.listens(to: signal) {
                _ = event_loop_restore_signal(signal.rawValue)
            }
            return listener
        }
        // Released after the lock.
        withExtendedLifetime(listener) {}
    }

    private func start() -> EventLoopError? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .noDescriptors(loop: "signals", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // The handler must not block, however many signals come.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let reader = ends[0]
        let code = ThreadStart(name: "signals", stackSize: 128 << 10) { self.receive(from: reader) }()
        guard code == 0 else {
            for end in ends { close(end) }
            return .cannotStartThread(loop: "signals", code: code)
        }
        event_loop_signals_to(ends[1])
        return nil
    }

    private func receive(from reader: Int32) {
        var number: UInt8 = 0
        while true {
            guard read(reader, &number, 1) == 1 else { continue }
            let signal = Signal(rawValue: Int32(number))
            let listeners = guarded.withLock { $0.listeners }
            // In the order in which they began to listen.
            for (_, listener) in listeners.sorted(by: { $0.key < $1.key }) where listener.signals.contains(signal) {
                listener.body(signal)
            }
        }
    }
}
