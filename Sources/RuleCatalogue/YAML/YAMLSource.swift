import Yams

/// One YAML file that is being read; collects what is wrong with it so that all of it can be reported at once.
///
/// Not Sendable: made, used and dropped by one decoding function.
final class YAMLSource {
    let path: String
    private var problems: [FileProblem] = []

    private init(path: String) { self.path = path }

    /// Reads `yaml` with `body`.
    ///
    /// - Throws: `InvalidFile` when the text is not YAML, or with every problem that `body` reported.
    static func read<Result>(
        _ yaml: String, path: String, _ body: (YAMLValue) -> Result?
    ) throws(InvalidFile) -> Result {
        let source = YAMLSource(path: path)
        let root: Node?
        do {
            root = try compose(yaml: yaml)
        } catch {
            throw InvalidFile([source.problem(error)])
        }
        let result = body(YAMLValue(node: root ?? Node(""), source: source))
        guard let result, source.problems.isEmpty else { throw InvalidFile(source.sortedProblems) }
        return result
    }

    func report(_ problem: String, _ advice: String, at node: Node) {
        problems.append(FileProblem(path: path, line: node.mark?.line, problem: problem, advice: advice))
    }

    private var sortedProblems: [FileProblem] {
        // Swift's sort is stable, so problems of one line stay in the order in which they were found.
        problems.sorted { $0.line ?? 0 < $1.line ?? 0 }
    }

    private func problem(_ error: any Error) -> FileProblem {
        let advice = "correct the YAML"
        func found(_ line: Int?, _ what: String, _ advice: String = advice) -> FileProblem {
            FileProblem(path: path, line: line, problem: what, advice: advice)
        }
        switch error {
        case YamlError.scanner(_, let what, let mark, _), YamlError.parser(_, let what, let mark, _),
            YamlError.composer(_, let what, let mark, _):
            return found(mark.line, what)
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            return found(context.mark.line, "\(names) is given twice", "keep one of them")
        case YamlError.reader(let what, _, _, _):
            return found(nil, what, "save the file as UTF-8 without control characters")
        default:
            return found(nil, "the file is not YAML", advice)
        }
    }
}
