/// What simulated runs said about a finding, and about the same code after its fix.
package struct Verdict: Sendable, Hashable {
    package var outcome: Outcome
    /// What became of it with the fix that is offered first; `nil` when there is none or it was not run.
    package var fix: FixOutcome?
    /// The worst of the runs before the fix; `nil` when there were none.
    package var before: Measurement?
    /// The worst of the runs after the fix.
    package var after: Measurement?
    /// What went wrong, in sentences without a full stop: who waits for whom, what the fix brings about.
    package var problems: [String]
    /// What the verdict rests on, in sentences without a full stop: the bound that was explored, the cases (widths of the
    /// pool, blocking times) in which something else came out.
    package var remarks: [String]
    /// How many runs were made in all.
    package var schedules: Int
    /// Of the choices and latencies of those runs.
    package var seed: UInt64
    /// Threads of the cooperative pool that the schedule is for; `nil` when nothing was run.
    package var workers: Int?
    /// Replays the run that shows the problem: what users give to `--replay`.
    package var schedule: String?
    package var timelines: Timelines?

    package init(
        outcome: Outcome, fix: FixOutcome? = nil, before: Measurement? = nil, after: Measurement? = nil,
        problems: [String] = [], remarks: [String] = [], schedules: Int = 0, seed: UInt64 = 0, workers: Int? = nil,
        schedule: String? = nil, timelines: Timelines? = nil
    ) {
        self.outcome = outcome
        self.fix = fix
        self.before = before
        self.after = after
        self.problems = problems
        self.remarks = remarks
        self.schedules = schedules
        self.seed = seed
        self.workers = workers
        self.schedule = schedule
        self.timelines = timelines
    }

    /// Whether the harm that a finding warns of was seen.
    package enum Outcome: Sendable, Hashable {
        case confirmed
        case notReproduced
        /// - reason: without a full stop.
        case notModelled(reason: String)

        /// As reports for programs spell it.
        package var word: String {
            switch self {
            case .confirmed: "confirmed"
            case .notReproduced: "not-reproduced"
            case .notModelled: "not-modelled"
            }
        }
    }

    package enum FixOutcome: String, Sendable, Hashable, CaseIterable {
        case fixed
        case improved
        case ineffective
        case introducesHazard = "introduces-hazard"
    }

    /// Figures of the worst run.
    package struct Measurement: Sendable, Hashable {
        /// The longest time that a ready job waited for a thread; `nil` when it waits for ever.
        package var maxStall: Duration?
        /// Virtual time until all tasks were done; `nil` when they never are.
        package var makespan: Duration?
        package var hasDeadlock: Bool

        package init(maxStall: Duration?, makespan: Duration?, hasDeadlock: Bool = false) {
            self.maxStall = maxStall
            self.makespan = makespan
            self.hasDeadlock = hasDeadlock
        }
    }

    /// The runs before and after the fix, drawn over one scale.
    package struct Timelines: Sendable, Hashable {
        /// Plain lines in a font of fixed width.
        package var text: String
        /// A document that pages embed as it is: whoever makes it must escape the names in it.
        package var svg: String

        package init(text: String, svg: String) {
            self.text = text
            self.svg = svg
        }
    }
}
