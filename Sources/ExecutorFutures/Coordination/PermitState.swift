/// The decisions of a semaphore as a plain value, and of a lock, which is a semaphore with one permit.
///
/// While somebody waits, no permit is free: a permit that comes back goes straight to the first waiter, so nobody who
/// comes later can get in front.
struct PermitState<Waiter> {
    private(set) var available: Int
    private let maximum: Int
    private(set) var waiters = TicketQueue<Waiter>()

    /// - Parameters:
    ///   - available: less than 0 means 0.
    ///   - maximum: how many permits there may be; less than `available` means as many.
    init(available: Int, maximum: Int) {
        self.available = max(available, 0)
        self.maximum = max(maximum, self.available)
    }

    mutating func tryAcquire() -> Bool {
        guard available > 0 else { return false }
        available -= 1
        return true
    }

    /// Takes a permit, or queues the waiter and returns its ticket.
    mutating func acquire(_ waiter: Waiter) -> Ticket? {
        tryAcquire() ? nil : waiters.append(waiter)
    }

    enum Release {
        /// The permit is free.
        case free
        /// The permit belongs to this waiter now.
        case handedOver(Waiter)
        /// There are as many permits as there may be, and none came back.
        case refused
    }

    mutating func release() -> Release {
        if let next = waiters.popFirst() { return .handedOver(next) }
        guard available < maximum else { return .refused }
        available += 1
        return .free
    }

    /// `nil` when the waiter has its permit, or left before.
    mutating func leave(_ ticket: Ticket) -> Waiter? {
        waiters.remove(ticket)
    }
}
