/// The decisions of one future as a plain value: who may complete it, who may cancel it, who is told.
///
/// It knows no threads and no locks. Every transition hands back what has to happen outside the lock, objects that
/// have to be released included, since releasing one may run any code.
struct FutureLifecycle<Value: Sendable> {
    /// How a future ended.
    enum Outcome {
        case finished(Result<Value, any Error>)
        case cancelled

        var result: Result<Value, any Error> {
            switch self {
            case .finished(let result): result
            case .cancelled: .failure(CancellationError())
            }
        }
    }

    typealias Observer = @Sendable (Outcome) -> Void

    /// What is left to do after the last transition.
    struct Ending {
        var outcome: Outcome
        var observers: [(id: Int, call: Observer)]
        var source: FutureSource

        func deliver() {
            for observer in observers { observer.call(outcome) }
        }
    }

    private(set) var outcome: Outcome?
    private(set) var hasBegun = false
    /// Where the value comes from; let go of at the end.
    private(set) var source: FutureSource
    private var observers: [(id: Int, call: Observer)] = []
    private var nextObserver = 0

    init(source: FutureSource) {
        self.source = source
    }

    init(outcome: Outcome) {
        self.outcome = outcome
        source = .promise
    }

    mutating func setSource(_ source: FutureSource) {
        self.source = source
    }

    /// From pending to running; `false` when the future is past that.
    mutating func begin() -> Bool {
        guard outcome == nil, !hasBegun else { return false }
        hasBegun = true
        return true
    }

    /// `nil` when the future had already ended.
    mutating func end(_ outcome: Outcome) -> Ending? {
        guard self.outcome == nil else { return nil }
        self.outcome = outcome
        defer {
            observers = []
            source = .promise
        }
        return Ending(outcome: outcome, observers: observers, source: source)
    }

    /// What a cancellation comes to.
    enum Cancellation {
        /// The work runs, or the future had already ended.
        case tooLate
        case ended(Ending)
        /// It is for this future to decide.
        case passOn(any UpstreamFuture)
    }

    mutating func cancel() -> Cancellation {
        if outcome == nil, case .upstream(let upstream) = source { return .passOn(upstream) }
        guard !hasBegun, let ending = end(.cancelled) else { return .tooLate }
        return .ended(ending)
    }

    /// Keeps the observer until the end, or returns the outcome when that has come.
    mutating func observe(_ observer: @escaping Observer) -> (id: Int, outcome: Outcome?) {
        guard outcome == nil else { return (-1, outcome) }
        defer { nextObserver += 1 }
        observers.append((nextObserver, observer))
        return (nextObserver, nil)
    }

    /// Takes the observer out; `nil` when it was told or is being told.
    mutating func removeObserver(_ id: Int) -> Observer? {
        guard let index = observers.firstIndex(where: { $0.id == id }) else { return nil }
        return observers.remove(at: index).call
    }
}

/// Where a future's value comes from, which decides what cancelling the future means.
enum FutureSource {
    /// Somebody holds the write end.
    case promise
    /// A job that waits for a thread; it is told after the future was cancelled.
    case job(any CancellableWork)
    /// Another future; it is the one to be cancelled.
    case upstream(any UpstreamFuture)
}

/// Work that sits in a queue and takes itself out when its future is cancelled.
protocol CancellableWork: AnyObject, Sendable {
    /// Called once, without any lock held, after the future became cancelled.
    func futureWasCancelled()
}

/// A future seen by another one that is derived from it.
protocol UpstreamFuture: AnyObject, Sendable {
    func cancel() -> Bool
    var state: FutureState { get }
}
