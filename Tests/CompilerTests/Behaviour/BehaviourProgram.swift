import Analysis
import Foundation
import TestSupport

/// A program of `fixtures/behaviour`, with what the comments at its head say.
struct BehaviourProgram: Hashable, CustomStringConvertible {
    /// Of the file: `reads-a-pipe`.
    let name: String
    let text: String

    var description: String { name }

    /// As the file's name, in Swift's spelling: `ReadsAPipe`.
    var typeName: String { name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }
    var fileName: String { name + ".swift" }

    /// Whether it can be run before its fixes, and ends.
    var endsBefore: Bool { comment("blocks before") == nil }
    var isSimulatedAfter: Bool { comment("real only") == nil }
    var isSimulatedBefore: Bool { isSimulatedAfter && endsBefore }

    /// What it must print when nothing can be compared with.
    var prints: [String]? { comment("prints")?.split(separator: "|").map(String.init) }

    static let folder = ProjectFolder.fixtures + "/behaviour"

    /// Sorted by name.
    static func all() throws -> [BehaviourProgram] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".swift") }
            .map { file in
                BehaviourProgram(
                    name: String(file.dropLast(".swift".count)),
                    text: try String(contentsOfFile: FilePath.join(folder, file), encoding: .utf8))
            }
    }

    private func comment(_ word: String) -> String? {
        let mark = "// \(word): "
        return text.split(separator: "\n").prefix { $0.hasPrefix("//") }.first { $0.hasPrefix(mark) }
            .map { String($0.dropFirst(mark.count)) }
    }

    /// Swift that gives programs by their names.
    static func table(_ programs: [BehaviourProgram]) -> String {
        let rows = programs.map { "    \"\($0.name)\": { try await \($0.typeName).run(in: $0) }," }
        return "let programs: [String: @Sendable (String) async throws -> [String]] = [\n"
            + rows.joined(separator: "\n") + "\n]\n"
    }
}
