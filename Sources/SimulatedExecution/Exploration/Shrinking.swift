/// Makes a schedule shorter while its run keeps showing a problem.
struct Shrinking {
    let key: ProblemKey
    let seed: UInt64
    var runsLeft: Int

    mutating func shrink(_ schedule: Schedule, _ machine: inout Machine) -> Schedule {
        let deviations = shrunk(schedule.deviations) { run($0, &machine) }
        return Schedule(seed: schedule.seed, deviations: deviations, fingerprint: schedule.fingerprint)
    }

    /// The deviations that the run really made, if it shows the problem.
    private mutating func run(_ deviations: [Deviation], _ machine: inout Machine) -> [Deviation]? {
        guard runsLeft > 0 else { return nil }
        runsLeft -= 1
        var replay = ReplayScheduler(deviations)
        machine.run(&replay, seed: seed, isTraced: false)
        guard machine.ending != .abandoned, machine.problemKeys().contains(key) else { return nil }
        return machine.choices.deviations
    }
}
