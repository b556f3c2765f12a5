/// What happened in one simulated run, with the names to tell it by.
public struct Trace: Sendable, Hashable {
    /// The program that ran; it names tasks and resources.
    public var scenario: Scenario
    /// The machine that it ran on.
    public var machine: MachineModel
    /// In the order in which they happened; times never decrease.
    public var events: [TraceEvent]
    /// Virtual time at which the run ended: never before the last event.
    public var end: Duration

    public init(scenario: Scenario, machine: MachineModel, events: [TraceEvent], end: Duration) {
        self.scenario = scenario
        self.machine = machine
        self.events = events
        self.end = max(end, events.last?.time ?? .zero)
    }

    /// The trace of a run that was traced; of any other run it is empty.
    public init(_ run: Run) {
        self.init(
            scenario: run.program.scenario, machine: run.program.machine, events: run.trace,
            end: run.measurements.makespan)
    }
}
