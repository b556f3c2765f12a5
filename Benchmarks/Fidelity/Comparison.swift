import FidelityScenarios
import SimulatedExecution

/// A program with a size, at one width of the pool.
struct Row {
    let fixture: FidelityCase
    let size: Int
    let width: Int
    let prediction: Prediction
    var runs: [RealRun] = []

    var name: String { fixture.sizes.isEmpty ? fixture.program : "\(fixture.program) \(size)" }
    var hasDeadlock: Bool { runs.contains(.deadlock) }
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

/// Predictions beside measurements, and how far they are from each other.
struct Comparison {
    let rows: [Row]

    /// Heartbeats come so often; what is shorter cannot be told apart.
    static let resolution = Duration.milliseconds(5)

    /// What an idle program shows at a width: how late its heartbeats are, and by how much its sleep is too long.
    private func noise(at width: Int) -> Duration {
        guard let idle = rows.first(where: { $0.fixture.isIdle && $0.width == width }) else { return .zero }
        return max(idle.stall, idle.makespan - idle.prediction.makespan)
    }

    /// The part of the greater one by which prediction and measurement differ beyond `tolerance`.
    static func error(_ predicted: Duration, _ measured: Duration, tolerance: Duration) -> Double {
        let greater = max(predicted, measured)
        let difference = max(predicted - measured, measured - predicted) - tolerance
        return difference > .zero ? difference / greater : 0
    }

    func print(_ format: TableFormat) {
        var table = Table(
            header: [
                "program", "width", "stall, simulated", "measured", "error", "makespan, simulated", "measured", "error",
            ])
        var errors: [(error: Double, row: String)] = []
        var plainErrors: [Double] = []
        var agreeing = 0
        for row in rows where !row.fixture.isIdle {
            let tolerance = noise(at: row.width) + Self.resolution
            if row.prediction.hasDeadlock == row.hasDeadlock { agreeing += 1 }
            guard !row.prediction.hasDeadlock, !row.hasDeadlock else {
                let words = [row.prediction.hasDeadlock, row.hasDeadlock].map { $0 ? "deadlock" : "finished" }
                let error = words[0] == words[1] ? "0 %" : "wrong"
                table.rows.append([row.name, "\(row.width)", words[0], words[1], error, "", "", ""])
                continue
            }
            let pairs = [(row.prediction.stall, row.stall), (row.prediction.makespan, row.makespan)]
            var cells = [row.name, "\(row.width)"]
            for (predicted, measured) in pairs {
                let error = Self.error(predicted, measured, tolerance: tolerance)
                errors.append((error, "\(row.name), width \(row.width)"))
                if max(predicted, measured) > tolerance {
                    plainErrors.append(Self.error(predicted, measured, tolerance: .zero))
                }
                cells += [milliseconds(predicted), milliseconds(measured), percent(error)]
            }
            table.rows.append(cells)
        }
        table.print(format)
        printSummary(errors, plainErrors, agreeing: agreeing)
    }

    private func printSummary(_ errors: [(error: Double, row: String)], _ plainErrors: [Double], agreeing: Int) {
        let compared = rows.filter { !$0.fixture.isIdle }
        let programs = Set(compared.map(\.fixture.program)).count
        let sorted = errors.sorted { $0.error < $1.error }
        let noise = Set(rows.map(\.width)).sorted().map { "\(milliseconds(self.noise(at: $0))) at width \($0)" }
        let deadlocks = compared.count { $0.hasDeadlock }
        let possible = compared.filter { $0.prediction.mayDeadlock }.map { "\($0.name) at width \($0.width)" }
        note(
            """
            \(programs) programs, \(compared.count) rows; noise of the machine \(noise.joined(separator: ", "))
            deadlocks: \(deadlocks) real; simulated and real runs agree in \(agreeing) of \(compared.count) rows
            deadlocks only in other schedules than the first: \(possible.isEmpty ? "none" : possible.joined(separator: "; "))
            error beyond noise: median \(percent(sorted.isEmpty ? 0 : sorted[sorted.count / 2].error)), \
            worst \(sorted.last.map { "\(percent($0.error)) (\($0.row))" } ?? "-")
            error with noise: median \(percent(plainErrors.sorted().dropFirst(plainErrors.count / 2).first ?? 0)), \
            over 30 % in \(errors.count { $0.error > 0.3 }) of \(errors.count) values beyond noise
            """)
    }

    private func milliseconds(_ time: Duration) -> String { "\(Int((time / .milliseconds(1)).rounded())) ms" }
    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
