import ProgramModel

extension Body {
    /// Whether any step of the body calls something of one of these names. O(steps).
    func mentions(_ names: Set<String>, in summary: FileSummary) -> Bool {
        Self.mentions(steps, names, summary)
    }

    private static func mentions(_ steps: [Step], _ names: Set<String>, _ summary: FileSummary) -> Bool {
        steps.contains { step in
            switch step {
            case .call(let id): names.contains(summary.calls[id.index].baseName(in: summary))
            case .scope(let inner), .deferred(let inner): mentions(inner, names, summary)
            case .branch(let arms): arms.contains { mentions($0, names, summary) }
            case .loop(let loop):
                mentions(loop.condition, names, summary) || mentions(loop.body, names, summary)
            case .read, .suspension, .assignment, .exit: false
            }
        }
    }
}
