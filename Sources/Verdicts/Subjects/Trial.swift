import SourceModel

/// All that is simulated for one finding: its code as it is, against what each of its fixes leaves.
package struct Trial: Sendable {
    /// Never empty; their subjects are equal but for what comes after the fix.
    package let arms: [Arm]

    /// One way to change the code.
    package struct Arm: Sendable {
        package let subject: Subject
        package let change: Change
    }

    package enum Change: Sendable {
        /// The text was changed as a fix of the finding says, and lowered again.
        case edits(ofFix: Int, title: String)
        /// No text was changed: what suits the call, named in a few words, stands in for a fix.
        case usual(String)

        /// Without a full stop.
        fileprivate var remark: String {
            switch self {
            case .edits(_, let title): "simulated after the edits of \"\(title)\""
            case .usual(let words): "simulated with \(words)"
            }
        }
    }

    package init?(_ arms: [Arm]) {
        if arms.isEmpty { return nil }
        self.arms = arms
    }

    /// Trials with equal subjects have equal verdicts: a run judges each of them once, however many findings share it.
    package var subjects: [Subject] { arms.map(\.subject) }
}

/// What came out of a trial.
package struct Judgement: Sendable {
    package let trial: Trial
    /// Of the trial's arms, in their order.
    package let verdicts: [Verdict]

    package init(_ trial: Trial, _ verdicts: [Verdict]) {
        self.trial = trial
        self.verdicts = zip(trial.arms, verdicts).map { arm, verdict in
            var verdict = verdict
            if verdict.fix != nil {
                verdict.remarks.insert(arm.change.remark, at: max(verdict.remarks.count - 1, 0))
            }
            return verdict
        }
    }

    /// The number of the arm that speaks for the finding: the first whose change does what it promises.
    package var speaker: Int { verdicts.firstIndex { $0.fix?.isMending ?? false } ?? 0 }

    package var verdict: Verdict { verdicts[speaker] }
    package var subject: Subject { trial.arms[speaker].subject }

    /// What the edits of a fix came to; `nil` when they were not simulated.
    package func outcome(ofFix number: Int) -> Verdict? {
        let arm = trial.arms.firstIndex { arm in
            if case .edits(number, _) = arm.change { true } else { false }
        }
        return arm.map { verdicts[$0] }
    }
}

extension Verdict.FixOutcome {
    /// Whether the harm is gone, or less.
    package var isMending: Bool { self == .fixed || self == .improved }
}
