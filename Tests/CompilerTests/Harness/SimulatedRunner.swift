import ExecutorFutures
import Foundation
import SimulatedExecution

/// Runs programs in virtual time under many schedules, and compares what they return with what is expected.
///
/// Arguments: a folder, the number of schedules, then names, each followed by the lines it must return.
/// Prints `## name` and what went wrong, if anything did.
@main struct SimulatedRunner {
    struct OtherLines: Error, CustomStringConvertible {
        var lines: [String]
        var description: String { "returned \(lines)" }
    }

    static func main() async {
        setvbuf(stdout, nil, Int32(_IOLBF), 0)
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2, let schedules = UInt64(arguments[1]) else { return print("## usage") }
        for index in stride(from: 2, to: arguments.count - 1, by: 2) {
            let (name, expected) = (arguments[index], arguments[index + 1])
            print("## \(name)")
            guard let program = programs[name] else {
                print("no such program")
                continue
            }
            do {
                try await Simulation.check(seeds: 0..<schedules) { _ in
                    let folder = arguments[0] + "/" + name
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    defer { try? FileManager.default.removeItem(atPath: folder) }
                    let lines = try await program(folder)
                    guard lines.joined(separator: "\n") == expected else { throw OtherLines(lines: lines) }
                }
            } catch {
                print("\(error)")
            }
        }
        print("## end")
    }
}
