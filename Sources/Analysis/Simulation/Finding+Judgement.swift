import SourceModel
import Verdicts

extension Finding {
    /// Takes over what a simulation came to: the verdict, and what it means for the fixes.
    ///
    /// A fix after which the harm is still there, or which brings a deadlock about, is no longer offered. One that lets
    /// others come in between, as every suspension point of an actor does, is for a person to look at.
    package mutating func conclude(_ judgement: Judgement) {
        verdict = judgement.verdict
        var refusals = unfixable.isEmpty ? [] : [unfixable]
        var kept: [Fix] = []
        for (number, fix) in fixes.enumerated() {
            var fix = fix
            fix.isPreferred = false
            if let verdict = judgement.outcome(ofFix: number), let outcome = verdict.fix {
                fix.verdict = outcome
                if let reason = verdict.reasonAgainstFix {
                    refusals.append("\"\(fix.title)\" \(reason)")
                    continue
                }
                if outcome == .introducesHazard { fix.ask(verdict.problems.first ?? "") }
            }
            kept.append(fix)
        }
        let preferred = kept.firstIndex { $0.verdict?.isMending ?? true } ?? kept.indices.first
        if let preferred { kept[preferred].isPreferred = true }
        fixes = kept
        unfixable = kept.isEmpty ? refusals.joined(separator: "; ") : ""
    }
}

extension Verdict {
    /// Words that follow the title of a fix; `nil` when it may be offered.
    fileprivate var reasonAgainstFix: String? {
        switch fix {
        case .ineffective: "leaves the call where it holds its thread, as the simulation shows"
        case .introducesHazard where after?.hasDeadlock ?? false: "leads to a deadlock in the simulation"
        case .introducesHazard, .fixed, .improved, nil: nil
        }
    }
}

extension Fix {
    /// - Parameter problem: a sentence about a run after the fix.
    fileprivate mutating func ask(_ problem: String) {
        safety = .review
        let said = "the simulation shows a hazard" + (problem.isEmpty ? "" : ": \(problem)")
        reason = reason.isEmpty ? said : "\(reason); \(said)"
    }
}
