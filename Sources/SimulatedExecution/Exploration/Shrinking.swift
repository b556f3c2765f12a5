/// Makes a schedule shorter while its run keeps showing a problem.
struct Shrinking {
    let key: ProblemKey
    let seed: UInt64
    var runsLeft: Int

    /// Takes out runs of deviations, large ones first, until none can go (delta debugging, Zeller 1999), and then makes the
    /// options that are left smaller.
    mutating func shrink(_ schedule: Schedule, _ machine: inout Machine) -> Schedule {
        var deviations = schedule.deviations
        var size = max(deviations.count / 2, 1)
        while !deviations.isEmpty, runsLeft > 0 {
            var hasShrunk = false
            var start = 0
            while start < deviations.count {
                var shorter = deviations
                shorter.removeSubrange(start..<min(start + size, deviations.count))
                if let kept = run(shorter, &machine) {
                    deviations = kept
                    hasShrunk = true
                } else {
                    start += size
                }
            }
            if size == 1, !hasShrunk { break }
            size = max(size / 2, 1)
        }
        for index in deviations.indices {
            while index < deviations.count, deviations[index].option > 1 {
                var simpler = deviations
                simpler[index].option -= 1
                guard let kept = run(simpler, &machine), kept.count <= deviations.count else { break }
                deviations = kept
            }
        }
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
