/// What many runs of a scenario showed.
public struct Exploration: Sendable {
    /// Runs.
    public internal(set) var schedules = 0
    /// Runs that were broken off because others had shown all that they could.
    public internal(set) var redundantSchedules = 0
    /// Steps of all runs.
    public internal(set) var steps = 0
    /// What has been looked at completely.
    public internal(set) var coverage = Coverage.sample
    /// How many runs ended in which way.
    public internal(set) var endings: [RunEnding: Int] = [:]
    /// Problems of different kinds, each with the first run that showed it, in the order in which they were found.
    public internal(set) var findings: [Finding] = []
    /// Of the run in which every choice is option 0, or of the first one.
    public internal(set) var first: Measurements?
    /// Of the run with the longest stall, and what gives it again.
    public internal(set) var worst: (measurements: Measurements, schedule: Schedule)?

    /// Which of all schedules were run. Latencies that are drawn were drawn once for what is complete.
    public enum Coverage: Sendable, Hashable {
        /// Some.
        case sample
        /// All with at most so many deviations from first in, first out.
        case deviations(Int)
        /// All, or one of each set that differs only in the order of steps that commute.
        case all
    }

    /// A problem and the first run that showed it.
    public struct Finding: Sendable {
        public var problem: Problem
        /// The problem in words; see ``Run/explanation(of:)``.
        public var explanation: [String]
        /// Gives the run again.
        public var schedule: Schedule
        /// The number of the run, from 1: how many schedules it took to find it.
        public var foundAt: Int
        /// How many runs showed it.
        public var count: Int
        let key: ProblemKey
    }

    /// Whether no run showed anything that should not be.
    public var isClean: Bool { findings.isEmpty }
}

/// When an exploration ends, whatever there is left to run.
public struct Budget: Sendable {
    public var schedules: Int
    /// Of all runs together.
    public var steps: Int
    /// Whether to end when the first problem has been found.
    public var endsAtFirstFinding: Bool
    /// Asked after every 64 runs: a clock of the caller's, since the simulator has none.
    public var isOver: (@Sendable () -> Bool)?

    public init(
        schedules: Int = 10_000, steps: Int = 10_000_000, endsAtFirstFinding: Bool = false,
        isOver: (@Sendable () -> Bool)? = nil
    ) {
        self.schedules = schedules
        self.steps = steps
        self.endsAtFirstFinding = endsAtFirstFinding
        self.isOver = isOver
    }
}
