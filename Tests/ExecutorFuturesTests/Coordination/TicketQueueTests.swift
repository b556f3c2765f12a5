import Testing

@testable import ExecutorFutures

@Suite struct TicketQueueTests {
    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func itBehavesLikeAListThatKnowsItsEntries(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = TicketQueue<Int>()
        var model: [(number: Int, ticket: Ticket)] = []
        var gone: [Ticket] = []
        for number in 0..<60 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<4: model.append((number, queue.append(number)))
            case 4:
                let expected = model.isEmpty ? nil : model.removeFirst()
                expect(queue.popFirst(), expected?.number, seed)
                if let expected { gone.append(expected.ticket) }
            case 5:
                let expected = model.popLast()
                expect(queue.popLast(), expected?.number, seed)
                if let expected { gone.append(expected.ticket) }
            case 6:
                guard let index = model.indices.randomElement(using: &random) else { continue }
                let expected = model.remove(at: index)
                expect(queue.remove(expected.ticket), expected.number, seed)
                gone.append(expected.ticket)
            default:
                if let ticket = gone.randomElement(using: &random) { expect(queue.remove(ticket), nil, seed) }
                if number % 10 == 9 {
                    expect(queue.removeAll(), model.map(\.number), seed)
                    gone += model.map(\.ticket)
                    model = []
                }
            }
            expect(queue.elements, model.map(\.number), seed)
            expect(queue.count, model.count, seed)
        }
    }

    /// The macro cannot call what changes its receiver.
    private func expect<Value: Equatable>(_ value: Value, _ expected: Value, _ seed: UInt64) {
        #expect(value == expected, "seed \(seed)")
    }

    @Test func anEntryIsReleasedWhenItLeaves() {
        final class Token {}
        var queue = TicketQueue<Token>()
        weak var token: Token?
        do {
            let held = Token()
            token = held
            let ticket = queue.append(held)
            _ = queue.remove(ticket)
        }
        #expect(token == nil)
    }
}
