import Testing

@testable import ExecutorFutures

/// Events and barriers without tasks.
@Suite struct MeetingStateTests {
    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func anEventLetsEverybodyGoWhoWaitedWhenItWasSet(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var event = EventState<Int>(isSet: false)
        var isSet = false
        var waiting: [(number: Int, ticket: Ticket)] = []
        for number in 0..<60 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0..<3:
                let ticket = event.wait(number)
                #expect((ticket == nil) == isSet, "seed \(seed)")
                if let ticket { waiting.append((number, ticket)) }
            case 3:
                let released = event.set()
                #expect(released == waiting.map(\.number), "seed \(seed)")
                let late = waiting.first.flatMap { event.leave($0.ticket) }
                #expect(late == nil, "seed \(seed)")
                (isSet, waiting) = (true, [])
            case 4:
                event.clear()
                isSet = false
            default:
                guard let index = waiting.indices.randomElement(using: &random) else { continue }
                let left = event.leave(waiting[index].ticket)
                #expect(left == waiting[index].number, "seed \(seed)")
                waiting.remove(at: index)
            }
            #expect(event.isSet == isSet, "seed \(seed)")
            #expect(event.waiters.elements == waiting.map(\.number), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func aBarrierOpensExactlyWhenAllPartiesAreThere(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parties = Int.random(in: 1...4, using: &random)
        var barrier = BarrierState<Int>(parties: parties)
        var isBroken = false
        var waiting: [(number: Int, ticket: Ticket)] = []
        for number in 0..<60 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<7:
                switch barrier.arrive(number) {
                case .broken: #expect(isBroken, "seed \(seed)")
                case .waits(let ticket):
                    waiting.append((number, ticket))
                    #expect(waiting.count < parties && !isBroken, "seed \(seed)")
                case .complete(let others):
                    #expect(others == waiting.map(\.number) && others.count == parties - 1, "seed \(seed)")
                    waiting = []
                }
            case 7:
                guard let index = waiting.indices.randomElement(using: &random) else { continue }
                let left = barrier.leave(waiting[index].ticket)
                #expect(left == waiting[index].number, "seed \(seed)")
                waiting.remove(at: index)
            case 8:
                let told = barrier.abort()
                #expect(told == waiting.map(\.number), "seed \(seed)")
                (isBroken, waiting) = (true, [])
            default:
                let told = barrier.reset()
                #expect(told == waiting.map(\.number), "seed \(seed)")
                (isBroken, waiting) = (false, [])
            }
            #expect(barrier.isBroken == isBroken, "seed \(seed)")
            #expect(barrier.waiters.elements == waiting.map(\.number), "seed \(seed)")
        }
    }

    @Test func aBarrierForNobodyIsOneForOne() {
        var barrier = BarrierState<Int>(parties: 0)
        guard case .complete(let others) = barrier.arrive(1) else {
            return #expect(Bool(false), "the only party had to wait")
        }
        #expect(others.isEmpty)
    }
}
