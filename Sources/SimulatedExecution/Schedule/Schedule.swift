/// All that made a run what it was: the seed of its latencies, and the choices that were not option 0.
///
/// Its text is short, is checked when it is read, and gives the same run again in any process:
/// ```swift
/// let schedule = try Schedule("s1-…")
/// let run = try Simulator(scenario, on: machine).replay(schedule)
/// ```
public struct Schedule: Sendable, Hashable, CustomStringConvertible {
    /// What the latencies were drawn with.
    public let seed: UInt64
    /// In the order of their positions.
    public let deviations: [Deviation]
    /// Of the scenario and the machine that it belongs to.
    let fingerprint: UInt32

    init(seed: UInt64, deviations: [Deviation], fingerprint: UInt32) {
        self.seed = seed
        self.deviations = deviations
        self.fingerprint = fingerprint
    }

    /// Reads the text of a schedule.
    /// - Throws: ``ScheduleError`` if it is not exactly what ``description`` gives for some schedule.
    public init(_ text: String) throws(ScheduleError) {
        self = try ScheduleText.decode(text)
    }

    public var description: String { ScheduleText.encode(self) }
}

/// Why a schedule cannot be used.
public enum ScheduleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text does not begin with `s1-`.
    case unknownVersion(String)
    /// A character was changed, lost or added.
    case damaged(String)
    /// The scenario, or the machine, is not the one of the schedule.
    case otherScenario(String)
    /// A choice does not exist in the run.
    case doesNotFit(position: Int)

    public var description: String {
        switch self {
        case .unknownVersion(let text):
            "`\(text)` is no schedule of this version: it should begin with `s1-`; run the simulation again for a new one"
        case .damaged(let text): "the schedule `\(text)` is damaged: copy all of it again"
        case .otherScenario(let name):
            "the schedule belongs to another scenario or machine than `\(name)`: it has changed since; "
                + "run the simulation again for a new one"
        case .doesNotFit(let position):
            "choice \(position) of the schedule does not exist in the run: run the simulation again for a new one"
        }
    }
}
