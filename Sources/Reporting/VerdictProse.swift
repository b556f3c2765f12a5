import SourceModel

/// The sentences about one verdict that several formats share.
struct VerdictProse {
    /// `confirmed: stalls 250 ms → 0 ms, makespan 540 ms → 290 ms in 128 schedules; with the fix: fixed`
    let headline: String
    /// The same without figures, for formats that have a table of them.
    let outcome: String
    /// What went wrong, what the verdict rests on, and how to see it again, one line each.
    let details: [String]
    /// The part of the details that nobody should miss: deadlocks and hazards, and how to see them again.
    let problems: [String]
    let isConfirmed: Bool

    init(_ verdict: Verdict, _ finding: Finding) {
        let figures = Self.shortFigures(verdict)
        let hasFix = !finding.fixes.isEmpty
        headline = Self.headline(verdict, hasFix, figures: figures.isEmpty ? "" : ": \(figures)")
        outcome = Self.headline(verdict, hasFix, figures: "")
        let problems = Self.lines(verdict.problems)
        let replay = Self.replay(verdict, finding)
        self.problems = problems.isEmpty ? [] : problems + replay
        details = problems + Self.lines(verdict.remarks) + replay
        isConfirmed = verdict.outcome == .confirmed
    }

    private static func lines(_ sentences: [String]) -> [String] {
        sentences.map(\.singleLine).filter { !$0.isEmpty }
    }

    private static func replay(_ verdict: Verdict, _ finding: Finding) -> [String] {
        guard let schedule = verdict.schedule else { return [] }
        let place = "\(finding.file.singleLine):\(finding.start.line)"
        let workers = verdict.workers.map { " --workers \($0)" } ?? ""
        return ["replay: `unblock simulate \(place)\(workers) --replay \(schedule.singleLine)`"]
    }

    private static func headline(_ verdict: Verdict, _ hasFix: Bool, figures: String) -> String {
        let schedules = Numbers.count(verdict.schedules, "schedule")
        switch verdict.outcome {
        case .notModelled(let reason): return "not modelled: \(reason.singleLine)"
        case .notReproduced: return "not reproduced in \(schedules)\(figures)"
        case .confirmed:
            let fix = verdict.fix.map { "; \(hasFix ? "with the fix" : "if moved off"): \(words($0))" } ?? ""
            return "confirmed\(figures) in \(schedules)\(fix)"
        }
    }

    static func words(_ outcome: Verdict.Outcome) -> String {
        switch outcome {
        case .confirmed: "confirmed"
        case .notReproduced: "not reproduced"
        case .notModelled: "not modelled"
        }
    }

    static func words(_ outcome: Verdict.FixOutcome) -> String {
        switch outcome {
        case .fixed: "fixed"
        case .improved: "improved"
        case .ineffective: "ineffective"
        case .introducesHazard: "introduces a hazard"
        }
    }

    /// What was measured, before and after: a name, and one or two values.
    static func figures(_ verdict: Verdict) -> [(name: String, before: String, after: String?)] {
        guard let before = verdict.before else { return [] }
        let after = verdict.after
        var figures: [(name: String, before: String, after: String?)] = []
        if before.hasDeadlock || after?.hasDeadlock == true {
            let words = { (measured: Verdict.Measurement) in measured.hasDeadlock ? "deadlock" : "no deadlock" }
            figures.append(("outcome", words(before), after.map(words)))
        }
        let stall = { (measured: Verdict.Measurement) in measured.maxStall.map(Numbers.time) ?? "for ever" }
        figures.append(("stalls", stall(before), after.map(stall)))
        let makespan = { (measured: Verdict.Measurement) in measured.makespan.map(Numbers.time) ?? "never ends" }
        figures.append(("makespan", makespan(before), after.map(makespan)))
        return figures
    }

    static func shortFigures(_ verdict: Verdict) -> String {
        let figures = figures(verdict)
        // A deadlock says that nothing ends: the times of it need no words beside it.
        let told = figures.first?.name == "outcome" ? figures.prefix(1) : figures[...]
        let parts = told.map { figure in
            let values = figure.before + (figure.after.map { " → \($0)" } ?? "")
            return figure.name == "outcome" ? values : "\(figure.name) \(values)"
        }
        return parts.joined(separator: ", ")
    }
}
