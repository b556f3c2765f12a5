import SimulatedExecution
import SourceModel

/// Puts the cases of a subject and what was explored together to one verdict.
struct Summing {
    var cases: [CaseResult]
    var before: Explored
    var after: Explored
    var subject: Subject
    var seed: UInt64

    var verdict: Verdict {
        let harmful = cases.filter(\.showsHarm)
        let hasDeadlock = before.worst?.hasDeadlock ?? false
        let isConfirmed = !harmful.isEmpty || hasDeadlock
        return Verdict(
            outcome: isConfirmed ? .confirmed : .notReproduced, fix: isConfirmed ? fix(of: harmful) : nil,
            before: before.worst, after: isConfirmed ? after.worst : nil,
            remarks: remarks(harmful), schedules: cases.count * 2 + before.schedules + after.schedules, seed: seed,
            schedule: before.schedule?.description)
    }

    /// The worst that the fix comes to in any case.
    private func fix(of harmful: [CaseResult]) -> Verdict.FixOutcome {
        if !newProblems.isEmpty { return .introducesHazard }
        let outcomes = harmful.map(\.fix)
        if outcomes.contains(.introducesHazard) { return .introducesHazard }
        if after.worst?.hasDeadlock ?? false { return .ineffective }
        if outcomes.allSatisfy({ $0 == .fixed }) { return .fixed }
        return outcomes.contains(.ineffective) ? .ineffective : .improved
    }

    /// Problems of kinds that the code did not have before.
    private var newProblems: [Exploration.Finding] {
        let known = Set(before.problems.map { $0.problem.kind })
        return after.problems.filter { $0.problem.isHazard && !known.contains($0.problem.kind) }
    }

    private func remarks(_ harmful: [CaseResult]) -> [String] {
        var remarks: [String] = []
        if let deadlock = before.problems.first(where: { $0.problem.kind == "deadlock" }) {
            remarks += deadlock.explanation.prefix(4)
        }
        for problem in newProblems.prefix(2) { remarks += problem.explanation.prefix(2).map { "after the fix: " + $0 } }
        if !harmful.isEmpty, harmful.count < cases.count { remarks.append("seen " + Self.words(for: harmful)) }
        let outcomes = Set(harmful.map(\.fix))
        if outcomes.count > 1 {
            let weak = harmful.filter { $0.fix != .fixed }
            remarks.append("the fix does less " + Self.words(for: weak))
        }
        remarks.append("simulated with \(subject.fix); explored \(bound)")
        return remarks
    }

    private static func words(for cases: [CaseResult]) -> String {
        let widths = Set(cases.map(\.poolWidth)).sorted().map(String.init).joined(separator: ", ")
        let factors = Set(cases.map(\.factor)).sorted().map(String.init).joined(separator: ", ")
        return "with \(widths) threads and blocking times of \(factors) times the rest"
    }

    private var bound: String {
        switch before.coverage {
        case .all: "all schedules"
        case .deviations(let bound): "all schedules with at most \(bound) deviations from first in, first out"
        case .sample: "a sample of \(before.schedules) schedules"
        }
    }
}

extension Problem {
    /// A name that is equal for problems of one kind, whoever they happen to.
    fileprivate var kind: String {
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
    fileprivate var isHazard: Bool {
        switch self {
        case .deadlock, .lostWakeUp, .lostUpdate, .livelock: true
        case .lockOrder, .starvation, .priorityInversion, .expectation, .misuse: false
        }
    }
}
