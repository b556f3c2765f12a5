/// Runs a machine again and again, and collects what the runs show.
struct Explorer {
    private let budget: Budget
    private let latencySeed: UInt64
    private(set) var exploration = Exploration()
    private var counts = EndingCounts()
    /// All runs, also those that are not collected.
    private var runs = 0
    private var longestStall: Int64 = -1
    /// Runs with fewer deviations are not collected.
    private var leastDeviations = 0
    /// Whether the caller has said that it is over.
    private var isSpent = false
    /// Where in `exploration.findings` a problem is.
    private var known: [ProblemKey: Int] = [:]

    init(budget: Budget, latencySeed: UInt64) {
        self.budget = budget
        self.latencySeed = latencySeed
    }

    mutating func explore(_ strategy: Strategy, _ machine: inout Machine) {
        let all = budget.schedules
        switch strategy {
        case .firstInFirstOut:
            var search = FirstInFirstOutSearch(latencySeed: latencySeed)
            _ = run(&search, &machine, until: all)
        case .random(let seed):
            var search = RandomSearch(seed: seed)
            _ = run(&search, &machine, until: all)
        case .priorities(let depth, let seed):
            var search = PrioritySearch(depth: depth, seed: seed)
            _ = run(&search, &machine, until: all)
        case .deviations(let bound): runDepthFirst(bound, &machine, until: all)
        case .exhaustive(isReduced: false): runDepthFirst(nil, &machine, until: all)
        case .exhaustive(isReduced: true):
            var search = SleepSetSearch(latencySeed: latencySeed)
            if run(&search, &machine, until: all) { exploration.coverage = .all }
        case .portfolio(let seed): runPortfolio(seed, &machine)
        }
        exploration.endings = counts.byEnding
    }

    private mutating func runPortfolio(_ seed: UInt64, _ machine: inout Machine) {
        for bound in 0...3 where exploration.coverage != .all {
            // Runs with fewer deviations are made again on the way, and were collected with the smaller bound.
            leastDeviations = bound
            runDepthFirst(bound, &machine, until: max(budget.schedules / 2, 1))
        }
        leastDeviations = 0
        guard exploration.coverage != .all else { return }
        var priorities = PrioritySearch(depth: 3, seed: seed)
        var random = RandomSearch(seed: seed)
        while !isOver(budget.schedules) {
            _ = run(&priorities, &machine, until: exploration.schedules + Self.turn)
            _ = run(&random, &machine, until: exploration.schedules + Self.turn)
        }
    }

    /// How many runs a strategy makes in a portfolio before the next has its turn.
    private static var turn: Int { 64 }

    private mutating func runDepthFirst(_ bound: Int?, _ machine: inout Machine, until schedules: Int) {
        var search = DepthFirstSearch(bound: bound, latencySeed: latencySeed)
        guard run(&search, &machine, until: schedules) else { return }
        if search.isCutByBound, let bound {
            exploration.coverage = .deviations(bound)
        } else {
            exploration.coverage = .all
        }
    }

    // MARK: Runs

    /// - Returns: whether the search has no more runs.
    private mutating func run<S: Search>(_ search: inout S, _ machine: inout Machine, until schedules: Int) -> Bool {
        let limit = min(schedules, budget.schedules)
        while !isOver(limit) {
            guard search.beginRun() else { return true }
            machine.run(&search, seed: search.latencySeed, isTraced: false)
            runs += 1
            collect(&machine)
        }
        return false
    }

    private mutating func isOver(_ limit: Int) -> Bool {
        if exploration.schedules >= limit || exploration.steps >= budget.steps { return true }
        if budget.endsAtFirstFinding, !exploration.findings.isEmpty { return true }
        if !isSpent, let isOver = budget.isOver, runs % 64 == 63 { isSpent = isOver() }
        return isSpent
    }

    private mutating func collect(_ machine: inout Machine) {
        exploration.steps += machine.steps
        if machine.ending == .abandoned {
            exploration.redundantSchedules += 1
            return
        }
        guard machine.choices.deviations.count >= leastDeviations else { return }
        exploration.schedules += 1
        counts.note(machine.ending)
        if exploration.first == nil { exploration.first = machine.measurements() }
        let stall = machine.observer.longestStall
        if stall > longestStall {
            longestStall = stall
            exploration.worst = (machine.measurements(), machine.schedule())
        }
        if !machine.isClean { collectProblems(machine) }
    }

    private mutating func collectProblems(_ machine: borrowing Machine) {
        let keys = machine.problemKeys()
        var run: Run?
        for (index, key) in keys.enumerated() {
            if let position = known[key] {
                exploration.findings[position].count += 1
                continue
            }
            let result = run ?? machine.result()
            run = result
            known[key] = exploration.findings.count
            exploration.findings.append(
                Exploration.Finding(
                    problem: result.problems[index], explanation: result.explanation(of: result.problems[index]),
                    schedule: result.schedule, foundAt: exploration.schedules, count: 1, key: key))
        }
    }
}

/// How many runs ended in which way; a dictionary would be asked for each run.
private struct EndingCounts {
    private var counts = [Int](repeating: 0, count: RunEnding.allCases.count)

    mutating func note(_ ending: RunEnding) { counts[ending.rawValue] += 1 }

    var byEnding: [RunEnding: Int] {
        var all: [RunEnding: Int] = [:]
        for ending in RunEnding.allCases where counts[ending.rawValue] > 0 { all[ending] = counts[ending.rawValue] }
        return all
    }
}
