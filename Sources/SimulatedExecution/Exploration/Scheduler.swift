/// An oracle that decides the order of a run: it is asked wherever more than one next step is possible.
///
/// The same answers give the same run, to the byte. Option 0 is always what a plain first-in-first-out system would do:
/// let the task go on that ran last, then those that have a thread, then those that wait for one.
public protocol Scheduler {
    /// Chooses how a run goes on.
    /// - Returns: the number of an option; the run is abandoned if it is `nil` or no number of an option.
    mutating func choose(_ point: ChoicePoint) -> Int?
}

/// A place in a run at which it can go on in more than one way.
public struct ChoicePoint: Sendable {
    public enum Kind: Sendable, Hashable {
        /// Which task takes the next step.
        case step
        /// Which branch of a ``Statement/choose(_:)`` is taken.
        case branch
    }

    public let kind: Kind
    /// How many options there are: at least 2.
    public let count: Int
    /// The tasks of the options; empty for branches, and for schedulers that do not ask for them.
    /// A negative number stands for a time-out whose time has come.
    let tasks: [Int]
}

/// A scheduler that also sees what the steps touch, which a plain one need not.
protocol StepScheduler: Scheduler {
    /// Whether the options' tasks are to be listed, and steps to be told.
    static var looksAtTasks: Bool { get }

    /// Whether the only option may be taken.
    mutating func allows(_ task: Int) -> Bool

    /// A step has been taken.
    mutating func stepped(_ task: Int, _ footprint: Footprint)
}

extension StepScheduler {
    static var looksAtTasks: Bool { false }
    mutating func allows(_ task: Int) -> Bool { true }
    mutating func stepped(_ task: Int, _ footprint: Footprint) {}
}

/// Runs any scheduler where steps are told.
struct PlainScheduler<Base: Scheduler>: StepScheduler {
    var base: Base

    mutating func choose(_ point: ChoicePoint) -> Int? { base.choose(point) }
}
