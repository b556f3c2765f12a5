/// Who is told that a future has ended.
///
/// It fits into the word of a ``FutureLife``, which owns what is in it.
enum FutureWatcher {
    /// A task that awaits; it reads the result from the future.
    case task(UnsafeContinuation<Void, Never>)
    case observer(FutureObserver)
    case crowd(FutureCrowd)

    func tell() {
        switch self {
        case .task(let continuation): continuation.resume()
        case .observer(let observer): observer.tell()
        case .crowd(let crowd): for member in crowd.takeAll() { member.tell() }
        }
    }

    // MARK: As bits of a word

    /// The bits that a watcher uses; zero means that there is none.
    ///
    /// A task and an object lie at multiples of 16, which leaves four bits: three for the phase, one to tell the two apart.
    static let mask = ~UInt(7)
    private static let taskBit: UInt = 8
    /// "Ask the crowd": a task without an address.
    static let crowdMark = taskBit

    var bits: UInt {
        switch self {
        // A continuation is the address of its task, a frozen part of Swift's ABI.
        case .task(let continuation): unsafeBitCast(continuation, to: UInt.self) | Self.taskBit
        case .observer(let observer): UInt(bitPattern: Unmanaged.passUnretained(observer).toOpaque())
        case .crowd: Self.crowdMark
        }
    }

    /// The bits, and with them a reference that `init(taking:)` or `release` takes back.
    func retained() -> UInt {
        if case .observer(let observer) = self { _ = Unmanaged.passRetained(observer) }
        return bits
    }

    /// The watcher that `retained` made these bits of; `nil` for none and for the crowd.
    init?(taking bits: UInt) {
        if bits & Self.taskBit == 0 {
            guard let observer = UnsafeRawPointer(bitPattern: bits) else { return nil }
            self = .observer(Unmanaged.fromOpaque(observer).takeRetainedValue())
        } else {
            guard bits != Self.crowdMark else { return nil }
            self = .task(unsafeBitCast(bits & ~Self.taskBit, to: UnsafeContinuation<Void, Never>.self))
        }
    }

    static func release(_ bits: UInt) {
        _ = FutureWatcher(taking: bits)
    }
}

/// A closure that is called once, when a future ends.
final class FutureObserver: @unchecked Sendable {
    // Unchecked because of `body`: only the one who took the observer out of its future touches it.
    private var body: (@Sendable () -> Void)?

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    func tell() { body.take()?() }

    /// Releases what the closure captured.
    func discard() { body = nil }
}

/// The watchers of a future that has more than one, in the order in which they came.
final class FutureCrowd: Sendable {
    private let members = LockedValue<[FutureWatcher]>([])

    func change<Result>(_ body: (inout [FutureWatcher]) -> Result) -> Result {
        members.withLock(body)
    }

    func takeAll() -> [FutureWatcher] {
        members.withLock { members in
            defer { members = [] }
            return members
        }
    }
}
