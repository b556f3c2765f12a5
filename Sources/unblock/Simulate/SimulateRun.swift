import Analysis
import ExecutorFutures
import RuleCatalogue
import SimulatedExecution
import SourceModel
import Verdicts

/// One run of `unblock simulate`, from top to bottom: gather, analyse, simulate, tell.
///
/// The task only awaits; the disk, the terminal and the simulator have threads of the executor.
struct SimulateRun: Sendable {
    let options: SimulateCommand

    func perform() async throws -> ExitStatus {
        let schedule = try options.replay?.schedule()
        let pool = ThreadPoolExecutor(name: "unblock", stackSize: Analyzer.stackSize)
        let directory = try await pool.run { try Environment.workingDirectory() }
        var request = WorkspaceRequest(workingDirectory: directory)
        request.arguments = [options.place.file]
        let contents = try await Workspace().load(request, catalogue: Catalogue.builtIn, on: pool)
        let workers = options.workers ?? ThreadPoolExecutor.coreCount
        var analyzer = Analyzer(
            catalogue: contents.catalogue,
            options: AnalysisOptions(simulation: SimulationOptions(poolWidth: workers), offersFixes: true))
        analyzer.options.stallBudget = contents.configuration.stallBudget
        let found = try await analyzer.trials(of: contents.snapshot, on: pool)
        let findings = found.filter { options.place.line == nil || $0.finding.start.line == options.place.line }
        guard !findings.isEmpty else { throw nothingFound(found) }
        return try await pool.run {
            let page = SimulationPage(options.color)
            if let schedule { return try replay(schedule, findings, page) }
            return try simulate(findings, page)
        }
    }

    private func nothingFound(_ found: [FindingTrial]) -> CommandFailure {
        let lines = Set(found.map(\.finding.start.line)).sorted().map(String.init)
        let remedy =
            lines.isEmpty
            ? "'unblock lint \(options.place.file)' lists what is reported"
            : "there are findings on line \(lines.joined(separator: ", "))"
        return CommandFailure("nothing is reported at \(options.place.text)", remedy: remedy)
    }

    // MARK: Simulating

    private func simulate(_ findings: [FindingTrial], _ page: SimulationPage) throws -> ExitStatus {
        let judge = Judge(schedules: options.schedules, seed: options.seed)
        var status = ExitStatus.success
        var shown: [Demonstration] = []
        for (number, found) in findings.enumerated() {
            var finding = found.finding
            var demonstration: Demonstration?
            switch found.trial {
            case .failure(let reason): finding.verdict = Verdict(outcome: .notModelled(reason: reason.reason))
            case .success(let trial):
                let judgement = Judgement(trial, judge.verdicts(on: trial.subjects))
                finding.conclude(judgement)
                demonstration = judgement.subject.demonstration(of: judgement.verdict)
            }
            if finding.verdict?.outcome == .confirmed { status = .findings }
            if number > 0 { try StandardOutput.write("\n") }
            try StandardOutput.write(page.text(finding, demonstration))
            if let demonstration { shown.append(demonstration) }
        }
        if let path = options.trace {
            guard shown.count == 1 else {
                throw CommandFailure(
                    "--trace needs one finding, and \(options.place.text) has \(shown.count) that can be run",
                    remedy: "name the line of one as \(options.place.file):LINE")
            }
            try TraceFiles.write(shown[0], to: path)
        }
        return status
    }

    // MARK: Replaying

    private func replay(
        _ schedule: Schedule, _ findings: [FindingTrial], _ page: SimulationPage
    ) throws -> ExitStatus {
        for found in findings {
            guard case .success(let trial) = found.trial, let replay = try replay(schedule, of: trial) else { continue }
            try StandardOutput.write(page.text(found.finding, replay))
            if let path = options.trace { try TraceFiles.write(replay.trace, to: path) }
            return replay.problems.isEmpty ? .success : .findings
        }
        throw CommandFailure(
            "the schedule is of no finding at \(options.place.text)",
            remedy: "name the place and the '--workers' of the report that it is from; if the code has changed since, "
                + "simulate it again")
    }

    /// - Returns: `nil` when the schedule is of another trial.
    private func replay(_ schedule: Schedule, of trial: Trial) throws -> Replay? {
        for subject in trial.subjects {
            do throws(ScheduleError) {
                return try subject.replay(schedule)
            } catch .otherScenario {
                continue
            } catch {
                throw CommandFailure(error)
            }
        }
        return nil
    }
}
