import ArgumentParser
import ExecutorFutures

/// `blockers`: how long an unrelated task waits while other tasks block, by the place where the blocking calls run.
///
/// Each row starts so many blocking calls of half a second, then measures how long an unrelated `Task.sleep` of 10 ms
/// takes, which is what a user feels. The total is how long all the blocking calls take.
@main
struct Blockers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blockers", abstract: "Measure what blocking calls do to unrelated tasks.")

    @Option(help: "How many tasks block, separated by commas.")
    var counts = "4,16,256"

    @Option(help: "For how many milliseconds each of them blocks.")
    var milliseconds = 500

    @Option(help: "How many milliseconds the sleep may take beside our pool; the program fails above it.")
    var limit = 20.0

    @Option(help: "text, markdown or tsv.")
    var format = "text"

    /// Our pool comes in its default size, and with a thread for each of 256 blockers.
    private static let places: [any Place] = [
        Inline(), Detached(), GlobalQueue(), ConcurrentQueue(), SerialQueuePerJob(),
        OurPool(maximumThreads: ThreadPoolExecutor.defaultMaximumThreads), OurPool(maximumThreads: 256),
    ]

    func run() async throws {
        let blocking = Duration.milliseconds(milliseconds)
        var rows = [["where the blocking call runs", "blockers", "sleep of 10 ms takes, ms", "total ms"]]
        var worst = 0.0
        for word in counts.split(separator: ",") {
            guard let count = Int(word), count > 0 else { throw ValidationError("'\(word)' is not a number of tasks") }
            for place in Self.places {
                guard count <= 32 || !place.usesOneThreadPerCore else {
                    // More than a minute that would tell nothing new.
                    rows.append([place.name, "\(count)", "-", "-"])
                    continue
                }
                let result = try await measure(count, blocking, place)
                rows.append([place.name, "\(count)", text(result.sleep), text(result.total)])
                if place is OurPool { worst = max(worst, result.sleep) }
            }
        }
        printTable(rows)
        if worst > limit {
            print("beside our pool the sleep took \(text(worst)) ms, more than \(limit) ms")
            throw ExitCode.failure
        }
    }

    private func measure(
        _ count: Int, _ blocking: Duration, _ place: any Place
    ) async throws -> (sleep: Double, total: Double) {
        let start = ContinuousClock.now
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { await place.block(blocking) } }
            let sleep = try await Self.bystander.submit { Self.unrelatedSleep().future }.flatMap { $0 }.value
            try await group.waitForAll()
            return (sleep, (ContinuousClock.now - start) / .milliseconds(1))
        }
    }

    /// Has a thread of its own, so that the unrelated task is made when the others block, and not before or after.
    private static let bystander = ThreadPoolExecutor(name: "bystander", maximumThreads: 1)

    private static func unrelatedSleep() -> Task<Double, Never> {
        holdThread(.milliseconds(20))
        let asked = ContinuousClock.now
        return Task.detached {
            try? await Task.sleep(for: .milliseconds(10))
            return (ContinuousClock.now - asked) / .milliseconds(1)
        }
    }

    private func text(_ milliseconds: Double) -> String {
        "\((milliseconds * 10).rounded() / 10)"
    }

    private func printTable(_ rows: [[String]]) {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for (number, row) in rows.enumerated() {
            switch format {
            case "tsv": print(row.joined(separator: "\t"))
            case "markdown":
                print("| " + row.joined(separator: " | ") + " |")
                if number == 0 { print("|" + String(repeating: "---|", count: row.count)) }
            default:
                let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                print(padded.joined(separator: "  "))
            }
        }
    }
}
