/// A random graph of synchronous functions that end in a blocking call or do not, and async functions that call them.
///
/// Chains are up to 200 calls long; some calls lead back and close a cycle, some skip links, and those that never block
/// may be called from anywhere. Same seed, same graph.
package struct CallGraph: Sendable {
    package struct Function: Sendable {
        package var isAsync: Bool
        /// Whether its body has the blocking call itself.
        package var blocks = false
        /// Indices of what it calls, in order.
        package var calls: [Int] = []
    }

    package static let longestChain = 200

    package private(set) var functions: [Function] = []
    private var random: SplitMix
    /// Functions from which no blocking call can be reached.
    private var harmless: [Int] = []
    private var synchronous: [Int] = []

    /// - Parameter count: how many functions, async ones included; at least 300, so that the longest chain fits.
    package init(count: Int, seed: UInt64) {
        random = SplitMix(seed: seed)
        addChain(length: Self.longestChain, blocks: false)
        while functions.count < count * 9 / 10 {
            let room = count * 9 / 10 - functions.count
            // The first that blocks is as long as a chain may be; of the others half are short, as they are in programs.
            let isFirst = !functions.contains(where: \.blocks)
            let limit = random.once(in: 2) ? 8 : Self.longestChain
            let length = isFirst ? Self.longestChain : 1 + random.below(limit)
            addChain(length: min(length, room), blocks: isFirst || random.once(in: 2))
        }
        addEntries(upTo: count)
    }

    private mutating func addChain(length: Int, blocks: Bool) {
        guard length > 0 else { return }
        let first = functions.count
        for position in 0..<length {
            var function = Function(isAsync: false)
            if position + 1 < length { function.calls.append(first + position + 1) }
            // Cycles of any size, the smallest of them plain recursion.
            if random.once(in: 10) { function.calls.insert(first + random.below(position + 1), at: 0) }
            if random.once(in: 50), position + 2 < length {
                function.calls.append(first + position + 2 + random.below(min(3, length - position - 2)))
            }
            if random.once(in: 5), !harmless.isEmpty {
                function.calls.insert(harmless[random.below(harmless.count)], at: 0)
            }
            function.blocks = blocks && position == length - 1
            functions.append(function)
        }
        synchronous += first..<functions.count
        if !blocks { harmless += first..<functions.count }
    }

    private mutating func addEntries(upTo count: Int) {
        let heads = [0, Self.longestChain]
        var entries: [Int] = []
        while functions.count < count {
            var function = Function(isAsync: true)
            // The heads of the two longest chains first.
            function.calls.append(
                entries.count < heads.count
                    ? heads[entries.count] : synchronous[random.below(synchronous.count)])
            if random.once(in: 3) {
                let second = synchronous[random.below(synchronous.count)]
                if !function.calls.contains(second) { function.calls.append(second) }
            }
            // An awaited call only suspends, whatever the other function does.
            if random.once(in: 3), !entries.isEmpty { function.calls.append(entries[random.below(entries.count)]) }
            function.blocks = random.once(in: 40)
            entries.append(functions.count)
            functions.append(function)
        }
    }

    /// For every synchronous function how many calls lie between its caller and the end of the shortest way to the
    /// blocking call: 1 for a function that has it itself. `nil` where none is reached.
    package var distances: [Int?] {
        var callers = [[Int]](repeating: [], count: functions.count)
        var distances = [Int?](repeating: nil, count: functions.count)
        var queue: [Int] = []
        for (index, function) in functions.enumerated() where !function.isAsync {
            for callee in function.calls { callers[callee].append(index) }
            if function.blocks {
                distances[index] = 1
                queue.append(index)
            }
        }
        var next = 0
        while next < queue.count {
            let index = queue[next]
            next += 1
            for caller in callers[index] where distances[caller] == nil {
                distances[caller] = (distances[index] ?? 0) + 1
                queue.append(caller)
            }
        }
        return distances
    }
}
