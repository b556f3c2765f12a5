import Analysis
import TestSupport

/// Edits as somebody who types makes them: lines come, go and are copied, and half of them make no sense.
enum RandomEdit {
    /// - Parameter files: texts that lines are copied from.
    static func edited(
        _ text: [UInt8], among files: [String: [UInt8]], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var text = text
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let line = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: line)
        case 2, 3:
            // A line of another file: a call, a declaration, half of something.
            let other = files.keys.sorted().randomElement(using: &random).flatMap { files[$0] } ?? []
            let others = other.split(separator: 0x0A)
            if let copied = others.randomElement(using: &random) { lines.insert(Array(copied), at: line) }
        case 4: lines.insert(Array("        sleep(1)".utf8), at: line)
        case 5:
            let words = ["await ", "try ", "async ", "}", "{", "(", "\"", "//", "x", " ", "load()", "static "]
            let word = Array((words.randomElement(using: &random) ?? "").utf8)
            text.insert(contentsOf: word, at: Int.random(in: 0...text.count, using: &random))
            return text
        default:
            let start = Int.random(in: 0...text.count, using: &random)
            text.removeSubrange(start..<min(text.count, start + Int.random(in: 1...4, using: &random)))
            return text
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    /// The Swift files of the example projects below a folder, by absolute path.
    static func projects(below root: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in Fixture.all() {
            let fixture = try Fixture(reading: path)
            guard fixture.name.contains("/projects/") else { continue }
            for file in fixture.files where file.path.hasSuffix(".swift") {
                files["\(root)/\(FilePath.name(path))/\(file.path)"] = Array(file.text.utf8)
            }
        }
        return files
    }
}
