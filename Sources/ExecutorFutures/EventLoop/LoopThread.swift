#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which loop the calling thread runs.
extension LoopEngine {
    /// Whether the calling thread runs this loop.
    var isCurrent: Bool {
        pthread_getspecific(currentLoopKey) == UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque())
    }

    /// The loop that the calling thread runs.
    static var current: LoopEngine? {
        pthread_getspecific(currentLoopKey).map { Unmanaged<LoopEngine>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes the loop and the calling thread for each other while `body` runs.
    /// - Parameter isReserved: whether it is the thread that the loop was reserved for.
    func occupyThread<Result>(
        for loop: EventLoop, isReserved: Bool = false, _ body: () -> Result
    ) throws(EventLoopError) -> Result {
        if let other = Self.current {
            throw other === self ? .alreadyRunning(loop: name) : .threadRunsAnotherLoop(loop: name, other: other.name)
        }
        let refusal = inbox.withLock { inbox -> EventLoopError? in
            switch inbox.phase {
            case isReserved ? .reserved : .idle:
                inbox.phase = .running
                return nil
            case .idle, .reserved, .running: return .alreadyRunning(loop: name)
            case .closed: return .shutDown(loop: name)
            }
        }
        if let refusal { throw refusal }
        pthread_setspecific(currentLoopKey, Unmanaged.passUnretained(self).toOpaque())
        runner = loop
        defer {
            runner = nil
            pthread_setspecific(currentLoopKey, nil)
            inbox.withLock { $0.phase = .idle }
        }
        // A wait for a future is refused on this thread.
        return ThreadOwner(name: name, kind: .eventLoop).whileCurrent(body)
    }
}

private let currentLoopKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()
