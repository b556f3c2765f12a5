/// How a run ended.
public enum RunEnding: Int, Sendable, Hashable, CaseIterable {
    /// Every task finished.
    case finished
    /// Tasks are left that wait for one another, or for what nobody will give.
    case deadlock
    /// ``RunLimits/stepsAtOneTime`` was reached.
    case livelock
    /// ``RunLimits/steps`` was reached.
    case outOfSteps
    /// ``RunLimits/time`` was reached.
    case outOfTime
    /// The scheduler did not go on.
    case abandoned
}
