/// Where the locals of each file are called and passed on; made for a file when it is first asked for.
final class LocalUses {
    private let files: [ProgramFile]
    private var tables: [Table?]

    private struct Table {
        var calls: [LocalID: [CallID]] = [:]
        var passes: [LocalID: [(CallID, Int)]] = [:]
        /// For each expression the call and position that it is an argument of.
        var arguments: [(CallID, Int)?]
    }

    init(files: [ProgramFile]) {
        self.files = files
        tables = Array(repeating: nil, count: files.count)
    }

    /// Calls whose callee is the local: `body()`, `body?()`.
    func calls(of local: LocalReference) -> [CallReference] {
        (table(of: local.file).calls[local.id] ?? []).map { CallReference(local.file, $0) }
    }

    /// Calls that get the local as an argument, with its position.
    func passes(of local: LocalReference) -> [(CallReference, Int)] {
        (table(of: local.file).passes[local.id] ?? []).map { (CallReference(local.file, $0.0), $0.1) }
    }

    /// The call that has an expression as an argument, with its position.
    func argumentUse(of expression: ExpressionID, in file: Int) -> (call: CallReference, index: Int)? {
        table(of: file).arguments[expression.index].map { (CallReference(file, $0.0), $0.1) }
    }

    private func table(of file: Int) -> Table {
        if let known = tables[file] { return known }
        let summary = files[file].summary
        var table = Table(arguments: Array(repeating: nil, count: summary.expressions.count))
        for (position, call) in summary.calls.enumerated() {
            if let local = summary.localBehind(call.callee) { table.calls[local, default: []].append(CallID(position)) }
            for (index, argument) in call.arguments.enumerated() {
                table.arguments[argument.value.index] = (CallID(position), index)
                guard let local = summary.localBehind(argument.value) else { continue }
                table.passes[local, default: []].append((CallID(position), index))
            }
        }
        tables[file] = table
        return table
    }
}

extension FileSummary {
    /// The local that an expression is, unwrapped or not.
    func localBehind(_ id: ExpressionID) -> LocalID? {
        switch self[id] {
        case .local(let local): return local
        case .unwrap(let inner):
            if case .local(let local) = self[inner] { return local }
            return nil
        default: return nil
        }
    }
}
