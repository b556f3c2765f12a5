import ExecutorFutures
import FidelityScenarios
import Foundation

/// How one real run ended.
enum RealRun: Equatable {
    /// The longest wait of a heartbeat, and how long the program took.
    case finished(stall: Duration, makespan: Duration)
    case deadlock
}

/// Runs compiled programs, at the widths of the cooperative pool that the machine allows.
struct ProgramRunner {
    let folder: String

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// A library that tells a program there is one core; with it, a pool is one thread wide. Wider than the machine no
    /// such trick makes it.
    private var oneCore: String { folder + "/one-core.so" }

    /// One, where that can be had, and the machine's.
    var widths: [Int] {
        let cores = ThreadPoolExecutor.coreCount
        return cores > 1 && FileManager.default.fileExists(atPath: oneCore) ? [1, cores] : [cores]
    }

    /// Runs a program once; returns when it has ended or `seconds` have passed.
    func run(_ fixture: FidelityCase, size: Int, width: Int, seconds: Double) throws -> RealRun {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            launcher(width) + ["\(folder)/\(fixture.program)", "\(size)", "\(idleTime(before: fixture))", "\(seconds)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if text.hasPrefix("deadlock") { return .deadlock }
        let numbers = text.split(whereSeparator: \.isWhitespace).dropFirst().compactMap { Double($0) }
        guard process.terminationStatus == 0, numbers.count == 4 else {
            throw Failed(
                description: "\(fixture.program) ended with status \(process.terminationStatus): run it by hand")
        }
        return .finished(
            stall: .milliseconds(numbers.dropFirst().max() ?? 0), makespan: .milliseconds(numbers[0]))
    }

    /// In seconds.
    ///
    /// On Linux, Dispatch looks at its threads when the first one starts and then once a second, and adds one if jobs
    /// wait. Whether they do in the first moment of a process is a race; a thread that has had nothing to do for five
    /// seconds ends. The program begins just after one of those looks, as simulated runs do.
    private func idleTime(before fixture: FidelityCase) -> Double { fixture.sharesDispatchThreads ? 6.005 : 0 }

    /// What comes before the program on the command line.
    private func launcher(_ width: Int) -> [String] {
        width < ThreadPoolExecutor.coreCount ? ["LD_PRELOAD=\(oneCore)", "taskset", "-c", "0"] : []
    }
}

extension Duration {
    static func milliseconds(_ count: Double) -> Duration { .nanoseconds(Int64(count * 1_000_000)) }
}
