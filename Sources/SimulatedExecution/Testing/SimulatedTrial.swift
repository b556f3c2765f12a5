import ExecutorFutures

/// A test that is run again and again, each time on a new loop in virtual time.
struct SimulatedTrial: Sendable {
    /// Where the test is.
    let fileID: StaticString
    let line: Int
    let function: StaticString
    /// How many choices a run may make.
    let choices: Int
    let test: @Sendable (EventLoop) async throws -> Void

    /// What schedules belong to: not the line, which changes with all that stands above.
    var name: String { "\(fileID) \(function)" }
    var fingerprint: UInt32 { Fingerprint.of(name: name) }

    /// How a run ended, and what was chosen in it.
    struct Outcome {
        var error: (any Error)?
        var choices: ChoiceLog
    }

    func run(_ search: some StepScheduler & Sendable) -> Outcome {
        let scheduler = LoopChoices(search, limit: choices)
        let configuration = EventLoop.Configuration(
            time: .virtual, scheduler: scheduler, defaultExecutor: InlineExecutor())
        do {
            try EventLoop.run(name: "simulation", configuration: configuration, fileID: fileID, line: line, test)
            return Outcome(error: nil, choices: scheduler.log)
        } catch {
            return Outcome(error: error, choices: scheduler.log)
        }
    }

    /// - Throws: ``SimulationFailure`` if the run failed.
    func judge(_ outcome: Outcome, seed: UInt64?) throws(SimulationFailure) {
        guard let error = outcome.error else { return }
        var failure = SimulationFailure(
            seed: seed, error: error, isReproducible: true, schedule: schedule(outcome.choices.deviations, seed))
        // Errors of test libraries have been reported by now, and each further run would report its own.
        guard !Self.isReported(error) else { throw failure }
        var runsLeft = Self.shrinkingRuns
        let deviations = shrunk(outcome.choices.deviations) { deviations in
            guard runsLeft > 0 else { return nil }
            runsLeft -= 1
            let outcome = run(ReplayScheduler(deviations))
            guard let found = outcome.error, Self.isSame(found, error) else { return nil }
            return outcome.choices.deviations
        }
        failure.schedule = schedule(deviations, seed)
        let again = run(ReplayScheduler(deviations))
        failure.isReproducible = again.error.map { Self.isSame($0, error) } ?? false
        throw failure
    }

    private static var shrinkingRuns: Int { 500 }

    private func schedule(_ deviations: [Deviation], _ seed: UInt64?) -> Schedule {
        Schedule(seed: seed ?? 0, deviations: deviations, fingerprint: fingerprint)
    }

    /// Whether two runs fail in the same way: by errors of one type, and by the same one of the loop's.
    private static func isSame(_ one: any Error, _ other: any Error) -> Bool {
        guard let one = one as? EventLoopError, let other = other as? EventLoopError else {
            return type(of: one) == type(of: other)
        }
        switch (one, other) {
        case (.deadlock, .deadlock), (.abandoned, .abandoned): return true
        default: return one == other
        }
    }

    private static func isReported(_ error: any Error) -> Bool {
        let type = String(reflecting: type(of: error))
        return type.hasPrefix("Testing.") || type.hasPrefix("XCTest")
    }
}
