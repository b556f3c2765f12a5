/// One run of each set of runs that differ only in the order of steps that commute.
///
/// Sleep sets (Godefroid 1996): what has been tried at a choice need not be tried again behind its alternatives until a
/// step is taken that touches the same things. Every deadlock and every failed expectation is still reached.
struct SleepSetSearch: Search {
    let latencySeed: UInt64
    private var path: [Node] = []
    private var position = 0
    private var hasRun = false
    /// Tasks whose next step need not be tried now.
    private var asleep: [Sleeper] = []
    /// Whether the step that is being taken was chosen at `path[position - 1]` or further back; -1 if it was the only one.
    private var chosenAt = -1

    private struct Sleeper {
        var task: Int
        var footprint: Footprint
    }

    private struct Node {
        let kind: ChoicePoint.Kind
        let count: Int
        let tasks: [Int]
        var option: Int
        /// What need not be tried, with what has been tried here.
        var asleep: [Sleeper]
        /// Of the step that was chosen last.
        var footprint = Footprint.everything
    }

    init(latencySeed: UInt64) { self.latencySeed = latencySeed }

    static var looksAtTasks: Bool { true }

    mutating func beginRun() -> Bool {
        defer { hasRun = true }
        position = 0
        asleep = []
        guard hasRun else { return true }
        while var last = path.popLast() {
            if last.kind == .step {
                last.asleep.append(Sleeper(task: last.tasks[last.option], footprint: last.footprint))
            }
            guard let option = nextOption(of: last, after: last.option) else { continue }
            last.option = option
            path.append(last)
            return true
        }
        return false
    }

    private func nextOption(of node: Node, after option: Int) -> Int? {
        for next in (option + 1)..<max(node.count, option + 1) {
            if node.kind == .branch || !node.asleep.contains(where: { $0.task == node.tasks[next] }) { return next }
        }
        return nil
    }

    mutating func choose(_ point: ChoicePoint) -> Int? {
        if position == path.count {
            var node = Node(kind: point.kind, count: point.count, tasks: point.tasks, option: -1, asleep: asleep)
            guard let option = nextOption(of: node, after: -1) else { return nil }
            node.option = option
            path.append(node)
        }
        if point.kind == .step {
            asleep = path[position].asleep
            chosenAt = position
        }
        defer { position += 1 }
        return path[position].option
    }

    mutating func allows(_ task: Int) -> Bool {
        chosenAt = -1
        return !asleep.contains { $0.task == task }
    }

    mutating func stepped(_ task: Int, _ footprint: Footprint) {
        if chosenAt >= 0 { path[chosenAt].footprint = footprint }
        asleep.removeAll { $0.task == task || !$0.footprint.commutes(with: footprint) }
    }
}
