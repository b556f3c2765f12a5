import SimulatedExecution
import SourceModel

/// Puts the cases of a subject and what was explored together to one verdict.
struct Summing {
    var cases: [CaseResult]
    var before: Explored
    /// `nil` while the code after the fix has not been run.
    var after: Explored?
    var subject: Subject
    var seed: UInt64

    private static let mostSentences = 3

    init(cases: [CaseResult], before: Explored, subject: Subject, seed: UInt64) {
        self.cases = cases
        self.before = before
        self.subject = subject
        self.seed = seed
    }

    var isConfirmed: Bool { before.hasDeadlock || cases.contains(where: \.showsHarm) }

    mutating func add(_ after: Verdict.Measurement, _ pair: Subject.Pair, _ factor: Int) {
        for index in cases.indices where cases[index].poolWidth == pair.poolWidth && cases[index].factor == factor {
            cases[index].after = after
        }
    }

    var verdict: Verdict {
        let runs = cases.count { $0.after != nil } + cases.count + before.schedules + (after?.schedules ?? 0)
        return Verdict(
            outcome: isConfirmed ? .confirmed : .notReproduced, fix: after.map { fix($0) },
            before: before.worst, after: after?.worst, problems: problems, remarks: remarks, schedules: runs,
            seed: seed, workers: subject.widest.poolWidth, schedule: schedule?.description)
    }

    /// Of what the fix brings about, or of the gravest problem, or of the longest stall.
    private var schedule: Schedule? {
        newProblems.first?.schedule ?? before.problems.first { $0.problem.isHazard }?.schedule ?? before.longestStall
    }

    private var harmful: [CaseResult] { cases.filter(\.showsHarm) }

    /// The worst that the fix comes to in any case.
    private func fix(_ after: Explored) -> Verdict.FixOutcome {
        if !newProblems.isEmpty { return .introducesHazard }
        let outcomes = harmful.map(\.fix)
        if outcomes.contains(.introducesHazard) { return .introducesHazard }
        if after.hasDeadlock { return .ineffective }
        if outcomes.allSatisfy({ $0 == .fixed }) { return .fixed }
        return outcomes.contains(.ineffective) ? .ineffective : .improved
    }

    /// Problems of kinds that the code did not have before.
    private var newProblems: [Exploration.Finding] {
        let known = Set(before.problems.map { $0.problem.kind })
        return (after?.problems ?? []).filter { $0.problem.isHazard && !known.contains($0.problem.kind) }
    }

    // MARK: Words

    /// Who waits for whom, and what the fix brings about.
    private var problems: [String] {
        var sentences: [String] = []
        if let deadlock = before.problems.first(where: { $0.problem.kind == "deadlock" }) {
            sentences += deadlock.explanation.prefix(Self.mostSentences)
        }
        for problem in newProblems.prefix(2) {
            sentences += problem.explanation.prefix(Self.mostSentences).map { "after the fix: " + $0 }
        }
        return sentences.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    }

    /// The cases in which something else came out, and the bound that was explored.
    private var remarks: [String] {
        var remarks: [String] = []
        if !harmful.isEmpty, harmful.count < cases.count { remarks.append("seen " + Self.words(for: harmful)) }
        let outcomes = Set(harmful.map(\.fix))
        if after != nil, outcomes.count > 1 {
            remarks.append("the fix does less " + Self.words(for: harmful.filter { $0.fix != .fixed }))
        }
        guard let after else { return remarks + ["explored \(before.bound)"] }
        let bounds =
            before.bound == after.bound ? before.bound : "\(before.bound), and after the fix \(after.bound)"
        return remarks + ["explored \(bounds)"]
    }

    private static func words(for cases: [CaseResult]) -> String {
        let widths = Set(cases.map(\.poolWidth)).sorted()
        let factors = Set(cases.map(\.factor)).sorted()
        let threads = widths == [1] ? "thread" : "threads"
        let times = factors == [1] ? "a blocking time of 1 time" : "blocking times of \(list(factors)) times"
        return "with \(list(widths)) \(threads) and \(times) the rest"
    }

    private static func list(_ numbers: [Int]) -> String {
        guard let last = numbers.last, numbers.count > 1 else { return numbers.first.map(String.init) ?? "" }
        return numbers.dropLast().map(String.init).joined(separator: ", ") + " or \(last)"
    }
}
