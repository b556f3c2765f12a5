/// The decisions of a barrier as a plain value.
struct BarrierState<Waiter> {
    let parties: Int
    private(set) var isBroken = false
    private(set) var waiters = TicketQueue<Waiter>()

    /// - Parameter parties: less than 1 means 1.
    init(parties: Int) {
        self.parties = max(parties, 1)
    }

    enum Arrival {
        case waits(Ticket)
        /// The caller was the last: it and these go on, these in the order in which they came.
        case complete(others: [Waiter])
        case broken
    }

    mutating func arrive(_ waiter: Waiter) -> Arrival {
        if isBroken { return .broken }
        if waiters.count == parties - 1 { return .complete(others: waiters.removeAll()) }
        return .waits(waiters.append(waiter))
    }

    /// `nil` when the waiter was let go, or left before. The barrier waits for another one in its place.
    mutating func leave(_ ticket: Ticket) -> Waiter? {
        waiters.remove(ticket)
    }

    /// - Returns: those to tell that the barrier broke.
    mutating func abort() -> [Waiter] {
        isBroken = true
        return waiters.removeAll()
    }

    /// - Returns: those to tell that the barrier broke under them.
    mutating func reset() -> [Waiter] {
        isBroken = false
        return waiters.removeAll()
    }
}
