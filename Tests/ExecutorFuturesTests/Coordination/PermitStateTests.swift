import Testing

@testable import ExecutorFutures

/// A semaphore without tasks, against the simplest thing that could be right: a number and a list.
@Suite struct PermitStateTests {
    private struct Model {
        var available: Int
        let maximum: Int
        var waiting: [Int] = []
        var holding: [Int] = []
    }

    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func permitsGoToWhoeverCameFirstAndAreNeverLost(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let permits = Int.random(in: 0...3, using: &random)
        var state = PermitState<Int>(available: permits, maximum: permits)
        var model = Model(available: permits, maximum: permits)
        var tickets: [Int: Ticket] = [:]
        for number in 0..<80 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                let ticket = state.acquire(number)
                let waits = model.available == 0
                if waits { model.waiting.append(number) } else { model.holding.append(number) }
                model.available -= waits ? 0 : 1
                tickets[number] = ticket
                #expect((ticket != nil) == waits, "seed \(seed)")
            case 2:
                guard !model.holding.isEmpty else { continue }
                model.holding.removeFirst()
                switch state.release() {
                case .handedOver(let next):
                    #expect(next == model.waiting.first, "seed \(seed)")
                    model.holding.append(model.waiting.removeFirst())
                case .free:
                    #expect(model.waiting.isEmpty, "seed \(seed)")
                    model.available += 1
                case .refused: Issue.record("a permit that was acquired was refused, seed \(seed)")
                }
            case 3:
                guard let number = (model.waiting + model.holding).randomElement(using: &random) else { continue }
                let left = tickets[number].flatMap { state.leave($0) }
                #expect(left == (model.waiting.contains(number) ? number : nil), "seed \(seed)")
                model.waiting.removeAll { $0 == number }
            default:
                let got = state.tryAcquire()
                #expect(got == (model.available > 0), "seed \(seed)")
                if got {
                    model.available -= 1
                    model.holding.append(number)
                }
            }
            #expect(state.available == model.available, "seed \(seed)")
            #expect(state.waiters.elements == model.waiting, "seed \(seed)")
            #expect(state.available == 0 || state.waiters.isEmpty, "seed \(seed)")
            #expect(state.available + model.holding.count == permits, "seed \(seed)")
        }
    }

    @Test(arguments: [(-1, 5), (2, 0)]) func oddSizesAreMended(available: Int, maximum: Int) {
        let state = PermitState<Int>(available: available, maximum: maximum)
        #expect(state.available == max(available, 0))
    }

    @Test func morePermitsThanThereMayBeAreRefused() {
        var state = PermitState<Int>(available: 1, maximum: 1)
        guard case .refused = state.release() else { return #expect(Bool(false), "the permit was accepted") }
        #expect(state.available == 1)
    }
}
