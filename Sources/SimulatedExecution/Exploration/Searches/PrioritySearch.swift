/// Probabilistic concurrency testing: tasks have random priorities, the highest goes on, and at a few random choices the
/// task that would go on falls behind all others.
///
/// A bug that needs `depth` steps in a certain order is found in each run with a probability of at least
/// 1 / (n · k^(depth-1)), for n tasks and k choices (Burckhardt, Kothari, Musuvathi, Nagarakatte 2010).
struct PrioritySearch: Search {
    private let seed: UInt64
    private let depth: Int
    private var run: UInt64 = 0
    private var state: UInt64 = 0
    /// Choices of this run so far, and of the longest one.
    private var choices = 0
    private var mostChoices: Int
    /// The choices at which a task falls behind.
    private var changes: [Int] = []
    /// The task that was chosen last, and how often in a row.
    private var last = 0
    private var row = 0
    /// Of each task; 0 for none yet.
    private var priorities: [UInt64] = []

    /// - Parameters:
    ///   - depth: at least 1.
    ///   - choices: how many a run makes, if that is known.
    init(depth: Int, seed: UInt64, choices: Int = 0) {
        self.depth = max(depth, 1)
        self.seed = seed
        mostChoices = choices
    }

    static var looksAtTasks: Bool { true }
    var latencySeed: UInt64 { mixed(seed &+ run) }

    mutating func beginRun() -> Bool {
        run += 1
        state = mixed(mixed(seed) ^ run)
        mostChoices = max(mostChoices, choices)
        choices = 0
        row = 0
        priorities.removeAll(keepingCapacity: true)
        changes.removeAll(keepingCapacity: true)
        // Before the first run, any guess is as good as another.
        for _ in 1..<depth { changes.append(draw(below: mostChoices > 0 ? mostChoices : 16)) }
        return true
    }

    private mutating func draw(below bound: Int) -> Int {
        state = mixed(state)
        return Int(state.multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func choose(_ point: ChoicePoint) -> Int? {
        guard point.kind == .step else { return draw(below: point.count) }
        var option = highest(point.tasks)
        for (number, change) in changes.enumerated() where change == choices {
            if point.tasks[option] >= 0 { priorities[point.tasks[option]] = UInt64(number + 1) }
            option = highest(point.tasks)
        }
        choices += 1
        return fair(option, point.tasks)
    }

    /// A task that was preferred so often may wait for one that never was: it falls behind, too.
    private mutating func fair(_ option: Int, _ tasks: [Int]) -> Int {
        let task = tasks[option]
        row = task == last ? row + 1 : 1
        last = task
        guard row > Self.longestRow, task >= 0 else { return option }
        row = 0
        priorities[task] = 1
        return highest(tasks)
    }

    private static var longestRow: Int { 100 }

    private mutating func highest(_ tasks: [Int]) -> Int {
        var best = 0
        var bestPriority: UInt64 = 0
        for (option, task) in tasks.enumerated() {
            let priority = priority(of: task)
            if priority > bestPriority { (best, bestPriority) = (option, priority) }
        }
        return best
    }

    private mutating func priority(of task: Int) -> UInt64 {
        // A time-out is no task: it comes before or after the rest by chance.
        guard task >= 0 else { return mixed(state ^ UInt64(-task)) }
        while priorities.count <= task { priorities.append(0) }
        if priorities[task] == 0 {
            state = mixed(state)
            priorities[task] = state | 1 << 32
        }
        return priorities[task]
    }
}
