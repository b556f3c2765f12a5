/// Done when the pool was shut down, all jobs have ended and all workers have left. Nobody can cancel it.
final class EndOfPool: Future<Void>, @unchecked Sendable {
    // Nothing of its own is unchecked.
    private let owner: ThreadOwner

    init(_ owner: ThreadOwner) {
        self.owner = owner
        super.init()
        _ = begin()
    }

    override var worker: ThreadOwner? { owner }
}
