import SimulatedExecution
import SourceModel

/// What an exploration showed, reduced to what a verdict says.
struct Explored {
    var worst: Verdict.Measurement?
    var problems: [Exploration.Finding]
    var schedules: Int
    var coverage: Exploration.Coverage
    /// Replays the run with the longest stall.
    var longestStall: Schedule?

    init(problems: [Exploration.Finding], schedules: Int, coverage: Exploration.Coverage) {
        self.problems = problems
        self.schedules = schedules
        self.coverage = coverage
    }

    init(_ exploration: Exploration, group: ThreadID.Group) {
        self.init(
            problems: exploration.findings, schedules: exploration.schedules, coverage: exploration.coverage)
        let ending = (exploration.endings[.deadlock] ?? 0) > 0 ? RunEnding.deadlock : .finished
        worst = exploration.worst.map { Verdict.Measurement($0.measurements, ending: ending, group: group) }
        longestStall = exploration.worst?.schedule
    }

    var hasDeadlock: Bool { worst?.hasDeadlock ?? false }

    /// What was looked at, in words.
    var bound: String {
        switch coverage {
        case .all: "all schedules"
        case .deviations(0): "the first-in, first-out schedule"
        case .deviations(1): "all schedules with at most 1 deviation from first in, first out"
        case .deviations(let bound): "all schedules with at most \(bound) deviations from first in, first out"
        case .sample: schedules == 1 ? "1 schedule" : "a sample of \(schedules) schedules"
        }
    }
}

extension Problem {
    /// A name that is equal for problems of one kind, whoever they happen to.
    var kind: String {
        switch self {
        case .deadlock: "deadlock"
        case .lostWakeUp: "lost wake-up"
        case .lostUpdate: "lost update"
        case .lockOrder: "lock order"
        case .starvation: "starvation"
        case .priorityInversion: "priority inversion"
        case .livelock: "livelock"
        case .expectation: "expectation"
        case .misuse: "misuse"
        }
    }

    /// Whether a fix must not bring it about. Misuse and lock order come from what a lowering leaves out.
    var isHazard: Bool {
        switch self {
        case .deadlock, .lostWakeUp, .lostUpdate, .livelock: true
        case .lockOrder, .starvation, .priorityInversion, .expectation, .misuse: false
        }
    }
}
