import Testing

@testable import ExecutorFutures

/// A queue without tasks. Elements are numbers and so are those who wait, so that the model is a handful of lists.
@Suite struct QueueStateTests {
    enum Order: CaseIterable {
        case fifo, lifo, priority

        var order: QueueOrder<Element> {
            switch self {
            case .fifo: .fifo
            case .lifo: .lifo
            case .priority: .priority { $0.rank < $1.rank }
            }
        }

        /// Which of some elements is taken first.
        func first(of elements: [Element]) -> Int? {
            switch self {
            case .fifo: elements.indices.first
            case .lifo: elements.indices.last
            // `min` gives the first of equal ones.
            case .priority: elements.indices.min { elements[$0].rank < elements[$1].rank }
            }
        }
    }

    struct Element: Sendable, Equatable {
        var number: Int
        var rank: Int
    }

    private struct Model {
        var buffer: [Element] = []
        var putters: [Element] = []
        var takers: [Int] = []
        var unfinished = 0
        var isFinished = false
    }

    @Test(arguments: Order.allCases)
    func everyElementGoesToOneTakerInOrderUnderThousandSeeds(order: Order) {
        for seed in 0..<1_000 as Range<UInt64> { run(order, seed: seed) }
    }

    private func run(_ order: Order, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let capacity = Bool.random(using: &random) ? nil : Int.random(in: 0...3, using: &random)
        var queue = QueueState<Element, Int, Int, Int>(capacity: capacity, order: order.order)
        var model = Model()
        var tickets: [Int: Ticket] = [:]
        for number in 0..<70 {
            let action = Int.random(in: 0..<100, using: &random)
            switch action {
            case 0..<40:
                let element = Element(number: number, rank: Int.random(in: 0..<4, using: &random))
                tickets[number] = put(element, into: &queue, capacity.map { max($0, 1) } ?? .max, &model, seed)
            case 40..<75: tickets[number] = take(number, from: &queue, order, &model, seed)
            case 75..<82:
                guard let element = model.putters.randomElement(using: &random) else { continue }
                let left = tickets[element.number].flatMap { queue.leave(putter: $0) }
                #expect(left?.element == element, "seed \(seed)")
                model.putters.removeAll { $0 == element }
            case 82..<89:
                guard let taker = model.takers.randomElement(using: &random) else { continue }
                let left = tickets[taker].flatMap { queue.leave(taker: $0) }
                #expect(left == taker, "seed \(seed)")
                model.takers.removeAll { $0 == taker }
            case 89..<97:
                let told = queue.taskDone()
                #expect((told == nil) == (model.unfinished == 0), "seed \(seed)")
                model.unfinished = max(model.unfinished - 1, 0)
            default: finish(&queue, discarding: action == 99, &model, seed)
            }
            #expect(queue.count == model.buffer.count, "seed \(seed)")
            #expect(queue.unfinished == model.unfinished, "seed \(seed)")
            #expect(queue.takers.elements == model.takers, "seed \(seed)")
            #expect(queue.putters.elements.map(\.element) == model.putters, "seed \(seed)")
            #expect(model.takers.isEmpty || model.buffer.isEmpty, "seed \(seed)")
        }
    }

    private typealias State = QueueState<Element, Int, Int, Int>

    private func put(
        _ element: Element, into queue: inout State, _ capacity: Int, _ model: inout Model, _ seed: UInt64
    ) -> Ticket? {
        switch queue.put(element) {
        case .finished: #expect(model.isFinished, "seed \(seed)")
        case .handedOver(let taker):
            #expect(taker == model.takers.removeFirst(), "seed \(seed)")
            model.unfinished += 1
        case .buffered:
            #expect(model.takers.isEmpty && model.buffer.count < capacity, "seed \(seed)")
            model.buffer.append(element)
            model.unfinished += 1
        case .full:
            #expect(model.buffer.count == capacity, "seed \(seed)")
            model.putters.append(element)
            return queue.wait(element.number, with: element)
        }
        return nil
    }

    private func take(
        _ taker: Int, from queue: inout State, _ order: Order, _ model: inout Model, _ seed: UInt64
    ) -> Ticket? {
        switch queue.take() {
        case .finished: #expect(model.isFinished && model.buffer.isEmpty, "seed \(seed)")
        case .empty:
            #expect(model.buffer.isEmpty && !model.isFinished, "seed \(seed)")
            model.takers.append(taker)
            return queue.wait(taker)
        case .element(let element, let admitted):
            let expected = order.first(of: model.buffer).map { model.buffer.remove(at: $0) }
            #expect(element == expected, "seed \(seed)")
            #expect(admitted == model.putters.first?.number, "seed \(seed)")
            if admitted != nil {
                model.buffer.append(model.putters.removeFirst())
                model.unfinished += 1
            }
        }
        return nil
    }

    private func finish(_ queue: inout State, discarding: Bool, _ model: inout Model, _ seed: UInt64) {
        let end = queue.finish(discarding: discarding)
        #expect(end.putters.map(\.element) == model.putters, "seed \(seed)")
        #expect(end.takers == model.takers, "seed \(seed)")
        #expect(end.discarded.count == (discarding ? model.buffer.count : 0), "seed \(seed)")
        model.unfinished = max(model.unfinished - end.discarded.count, 0)
        if discarding { model.buffer = [] }
        (model.putters, model.takers, model.isFinished) = ([], [], true)
    }
}
