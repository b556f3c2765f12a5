import Analysis
import SourceModel

/// A call graph as Swift source in many files, with what has to be found in it.
///
/// Functions of a chain lie in different files; a third of the files has free functions, a third static methods, a third
/// methods of values.
package struct ChainProgram: Sendable {
    /// Where a finding has to be, and how long its evidence path has to be.
    package struct Answer: Hashable, Sendable {
        package var file: String
        package var line: Int
        package var steps: Int
    }

    package private(set) var snapshot: Snapshot
    package private(set) var answers: Set<Answer> = []
    package let seed: UInt64

    private static let functionsInAFile = 20

    package init(functions count: Int, seed: UInt64) {
        self.seed = seed
        let graph = CallGraph(count: count, seed: seed)
        let fileCount = max(1, count / Self.functionsInAFile)
        let distances = graph.distances
        var files: [SourceFile] = []
        for file in 0..<fileCount {
            let path = "Sources/Chains/Part\(file).swift"
            var lines = ["import Foundation", "", Self.opening(file)]
            // Striding puts the links of a chain into files of their own.
            for index in stride(from: file, to: graph.functions.count, by: fileCount) {
                let function = graph.functions[index]
                let modifier = Self.form(file) == .statics ? "static " : ""
                lines.append("    \(modifier)func step\(index)()\(function.isAsync ? " async" : "") {")
                for callee in function.calls {
                    let target = graph.functions[callee]
                    let call = Self.call(callee, fileCount)
                    lines.append("        \(target.isAsync ? "await " : "")\(call)")
                    if function.isAsync, !target.isAsync, let distance = distances[callee] {
                        answers.insert(Answer(file: path, line: lines.count, steps: distance + 1))
                    }
                }
                if function.blocks {
                    lines.append("        Thread.sleep(forTimeInterval: 1)")
                    if function.isAsync { answers.insert(Answer(file: path, line: lines.count, steps: 1)) }
                }
                lines += ["    }", ""]
            }
            if Self.form(file) != .free { lines.append("}") }
            files.append(SourceFile(path: path, text: Array(lines.joined(separator: "\n").utf8)))
        }
        snapshot = Snapshot(files: files)
    }

    private enum Form { case free, statics, methods }

    private static func form(_ file: Int) -> Form { [.free, .statics, .methods][file % 3] }

    private static func opening(_ file: Int) -> String {
        switch form(file) {
        case .free: "// Free functions."
        case .statics: "enum Tools\(file) {"
        case .methods: "struct Unit\(file) {"
        }
    }

    private static func call(_ function: Int, _ fileCount: Int) -> String {
        let file = function % fileCount
        switch form(file) {
        case .free: return "step\(function)()"
        case .statics: return "Tools\(file).step\(function)()"
        case .methods: return "Unit\(file)().step\(function)()"
        }
    }

    /// What a report has too little or too much: sentences for people, none when it is right.
    package func differences(from report: Report) -> [String] {
        let found = report.findings.map {
            Answer(file: $0.file, line: $0.start.line, steps: $0.path.count)
        }
        var problems = answers.subtracting(found).map {
            "seed \(seed): missing: \($0.file):\($0.line) with \($0.steps) steps"
        }
        problems += Set(found).subtracting(answers).map {
            "seed \(seed): invented: \($0.file):\($0.line) with \($0.steps) steps"
        }
        if Set(found).count != found.count { problems.append("seed \(seed): a place is reported twice") }
        return problems.sorted()
    }
}
