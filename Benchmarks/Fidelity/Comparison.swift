import FidelityScenarios

/// A program with a size, at one width of the pool.
struct Row {
    let fixture: FidelityCase
    let size: Int
    let width: Int
    let prediction: Prediction
    var runs: [RealRun] = []

    var name: String { fixture.sizes.isEmpty ? fixture.program : "\(fixture.program) \(size)" }
    var hasDeadlock: Bool { runs.contains(.deadlock) }
    /// Medians of the real runs.
    var stall: Duration { median { stall, _ in stall } }
    var makespan: Duration { median { _, makespan in makespan } }

    private func median(_ value: (_ stall: Duration, _ makespan: Duration) -> Duration) -> Duration {
        let values = runs.compactMap { run -> Duration? in
            guard case .finished(let stall, let makespan) = run else { return nil }
            return value(stall, makespan)
        }.sorted()
        return values.isEmpty ? .zero : values[values.count / 2]
    }
}

/// Simulated and real runs beside each other, and how far they are apart.
struct Comparison {
    let rows: [Row]
    /// `nil` without a report.
    let verdicts: LintVerdicts?

    /// Heartbeats come so often; what is shorter cannot be told apart.
    private static let resolution = Duration.milliseconds(5)

    /// One simulated time and the measured one.
    private struct Pair {
        let name: String
        let first: Duration
        let range: ClosedRange<Duration>
        let measured: Duration
        let tolerance: Duration

        /// From the first run, and from the nearest of the runs with one deviation: the part of the greater time by
        /// which they differ beyond the tolerance.
        var errorOfFirst: Double { error(from: first) }
        var error: Double { error(from: min(max(measured, range.lowerBound), range.upperBound)) }

        private func error(from simulated: Duration) -> Double {
            let difference = max(simulated - measured, measured - simulated) - tolerance
            return difference > .zero ? difference / max(simulated, measured) : 0
        }

        /// Whether other schedules give other times than the first one.
        var dependsOnOrder: Bool { range.upperBound - range.lowerBound > tolerance }
    }

    func print(_ format: TableFormat) {
        var table = Table(
            header: [
                "program", "width", "stall, simulated", "measured", "error", "makespan, simulated", "measured", "error",
            ] + (verdicts == nil ? [] : ["`unblock lint`"]))
        var pairs: [Pair] = []
        for row in rows where !row.fixture.isIdle {
            var cells = [row.name, "\(row.width)"]
            if row.prediction.hasDeadlock || row.hasDeadlock {
                cells += [ending(row.prediction.hasDeadlock), ending(row.hasDeadlock)]
                cells += [row.prediction.hasDeadlock == row.hasDeadlock ? "0 %" : "wrong", "", "", ""]
            } else {
                for pair in self.pairs(of: row) {
                    cells += [simulated(pair), milliseconds(pair.measured), percent(pair.error)]
                    pairs.append(pair)
                }
            }
            if let verdicts { cells.append(verdicts.verdict(on: row.fixture.program)) }
            table.rows.append(cells)
        }
        table.print(format)
        printSummary(pairs)
        if let verdicts { printAgreement(with: verdicts) }
    }

    /// Which programs stall or deadlock at some width, and which of them the analyzer says do.
    private func printAgreement(with verdicts: LintVerdicts) {
        let programs = Dictionary(grouping: rows.filter { !$0.fixture.isIdle }, by: \.fixture.program)
        var words: [String: [String]] = [:]
        for (program, rows) in programs {
            let real =
                rows.contains(where: \.hasDeadlock)
                ? "deadlock"
                : rows.contains { $0.stall >= .milliseconds(100) } ? "stall" : "neither"
            words["\(real): \(verdicts.verdict(on: program))", default: []].append(program)
        }
        for (pair, programs) in words.sorted(by: { $0.key < $1.key }) {
            note("really \(pair) in \(programs.count): \(programs.sorted().joined(separator: ", "))")
        }
    }

    private func pairs(of row: Row) -> [Pair] {
        let tolerance = noise(at: row.width) + Self.resolution
        let times = [("stall", row.prediction.stall, row.stall), ("makespan", row.prediction.makespan, row.makespan)]
        return times.map { what, simulated, measured in
            Pair(
                name: "\(what) of \(row.name) at width \(row.width)", first: simulated.first, range: simulated.range,
                measured: measured, tolerance: tolerance)
        }
    }

    /// What an idle program shows at a width: how late its heartbeats are, and by how much its sleep is too long.
    private func noise(at width: Int) -> Duration {
        guard let idle = rows.first(where: { $0.fixture.isIdle && $0.width == width }) else { return .zero }
        return max(idle.stall, idle.makespan - idle.prediction.makespan.first)
    }

    private func printSummary(_ pairs: [Pair]) {
        let compared = rows.filter { !$0.fixture.isIdle }
        let noise = Set(rows.map(\.width)).sorted().map { "\(milliseconds(self.noise(at: $0))) at width \($0)" }
        let agreeing = compared.count { $0.prediction.hasDeadlock == $0.hasDeadlock }
        let possible = compared.filter { $0.prediction.mayDeadlock }.map { "\($0.name) at width \($0.width)" }
        let worst = pairs.max { $0.error < $1.error }
        note(
            """
            \(Set(compared.map(\.fixture.program)).count) programs, \(compared.count) rows; \
            noise of the machine \(noise.joined(separator: ", "))
            deadlocks: \(compared.count { $0.hasDeadlock }) real; simulated and real runs agree in \(agreeing) of \
            \(compared.count) rows
            deadlocks in other schedules than the first: \(possible.isEmpty ? "none" : possible.joined(separator: ", "))
            error: median \(percent(median(pairs.map(\.error)))), over 10 % in \(pairs.count { $0.error > 0.1 }) of \
            \(pairs.count) times, worst \(worst.map { "\(percent($0.error)) (\($0.name))" } ?? "-")
            error of the first schedule alone: median \(percent(median(pairs.map(\.errorOfFirst)))), over 10 % in \
            \(pairs.count { $0.errorOfFirst > 0.1 }), over 30 % in \(pairs.count { $0.errorOfFirst > 0.3 })
            """)
    }

    private func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    private func simulated(_ pair: Pair) -> String {
        let first = milliseconds(pair.first)
        guard pair.dependsOnOrder else { return first }
        return "\(first) (\(milliseconds(pair.range.lowerBound)) to \(milliseconds(pair.range.upperBound)))"
    }

    private func ending(_ isDeadlock: Bool) -> String { isDeadlock ? "deadlock" : "finished" }
    private func milliseconds(_ time: Duration) -> String { "\(Int((time / .milliseconds(1)).rounded())) ms" }
    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
