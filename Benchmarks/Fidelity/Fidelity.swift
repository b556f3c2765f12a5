import ExecutorFutures
import FidelityScenarios
import Foundation

/// `unblock-fidelity PROGRAMS ROUNDS FORMAT [NAME…]`: compares the simulator with real runs of the same programs.
///
/// `PROGRAMS` is a folder with the compiled programs of `fixtures/simulation/programs`, and `lint.json` if there is a
/// report about them; run.sh makes it.
/// Rounds go through all programs, so that a busy minute of the machine does not hit all runs of one program.
@main struct Fidelity {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let rounds = Int(arguments[2]), rounds > 0,
            let format = TableFormat(rawValue: arguments[3])
        else {
            note("usage: \(arguments[0]) PROGRAMS ROUNDS text|markdown|tsv [NAME…]")
            exit(2)
        }
        do {
            try compare(arguments[1], rounds, format, names: Set(arguments.dropFirst(4)))
        } catch {
            note("unblock: error: \(error)")
            exit(70)
        }
    }

    private static func compare(_ programs: String, _ rounds: Int, _ format: TableFormat, names: Set<String>) throws {
        let runner = ProgramRunner(folder: programs)
        var rows: [Row] = []
        for width in runner.widths {
            for fixture in FidelityCase.all where names.isEmpty || fixture.isIdle || names.contains(fixture.program) {
                for size in fixture.sizes.isEmpty ? [1] : fixture.sizes {
                    rows.append(
                        Row(
                            fixture: fixture, size: size, width: width,
                            prediction: try Prediction(
                                fixture.scenario(size: size), width: width,
                                sharesDispatchThreads: fixture.sharesDispatchThreads)))
                }
            }
        }
        for round in 0..<rounds {
            for index in rows.indices {
                // One run that hangs tells as much as many.
                if round > 0, rows[index].runs.last == .deadlock { continue }
                let row = rows[index]
                let limit = max(5, 3 * (row.prediction.makespan.range.upperBound / .seconds(1)))
                rows[index].runs.append(
                    try runner.run(row.fixture, size: row.size, width: row.width, seconds: limit))
            }
            note("round \(round + 1) of \(rounds)")
        }
        let report = programs + "/lint.json"
        let verdicts = FileManager.default.fileExists(atPath: report) ? try LintVerdicts(reading: report) : nil
        Comparison(rows: rows, verdicts: verdicts).print(format)
    }
}

extension FidelityCase {
    /// Whether the program only measures the machine's noise.
    var isIdle: Bool { program == "idle" }
}

func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
