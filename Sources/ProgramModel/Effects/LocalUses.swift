/// Where the locals of each file are called and passed on; made for a file when it is first asked for.
final class LocalUses {
    private let files: [ProgramFile]
    private var tables: [Table?]

    /// Lists by local, each of them in the order of the calls: most files are asked, and dictionaries would take more
    /// than the calls themselves.
    private struct Table {
        var calls: [Use] = []
        var passes: [Use] = []
        /// For each expression the call that it is an argument of, plus one; zero for none.
        var callsOfArguments: [Int32]
    }

    fileprivate struct Use {
        let local: LocalID
        let call: CallID
        let index: Int32
    }

    init(files: [ProgramFile]) {
        self.files = files
        tables = Array(repeating: nil, count: files.count)
    }

    /// Calls whose callee is the local: `body()`, `body?()`.
    func calls(of local: LocalReference) -> [CallReference] {
        table(of: local.file).calls.uses(of: local.id).map { CallReference(local.file, $0.call) }
    }

    /// Calls that get the local as an argument, with its position.
    func passes(of local: LocalReference) -> [(CallReference, Int)] {
        table(of: local.file).passes.uses(of: local.id).map { (CallReference(local.file, $0.call), Int($0.index)) }
    }

    /// The call that has an expression as an argument, with its position.
    func argumentUse(of expression: ExpressionID, in file: Int) -> (call: CallReference, index: Int)? {
        let call = Int(table(of: file).callsOfArguments[expression.index]) - 1
        guard call >= 0,
            let index = files[file].summary.calls[call].arguments.lastIndex(where: { $0.value == expression })
        else { return nil }
        return (CallReference(file, CallID(call)), index)
    }

    /// The tables are made again when they are asked for.
    func removeAll() { tables = Array(repeating: nil, count: files.count) }

    private func table(of file: Int) -> Table {
        if let known = tables[file] { return known }
        let summary = files[file].summary
        var table = Table(callsOfArguments: Array(repeating: 0, count: summary.expressions.count))
        for position in summary.calls.indices {
            let call = CallID(position)
            if let local = summary.localBehind(summary.calls.callee(at: position)) {
                table.calls.append(Use(local: local, call: call, index: 0))
            }
            for (index, argument) in summary.calls[position].arguments.enumerated() {
                table.callsOfArguments[argument.value.index] = Int32(position + 1)
                guard let local = summary.localBehind(argument.value) else { continue }
                table.passes.append(Use(local: local, call: call, index: Int32(clamping: index)))
            }
        }
        table.calls = table.calls.byLocal
        table.passes = table.passes.byLocal
        tables[file] = table
        return table
    }
}

extension [LocalUses.Use] {
    /// Those of one local come in the order in which they were.
    fileprivate var byLocal: Self {
        indices.sorted { (self[$0].local.index, $0) < (self[$1].local.index, $1) }.map { self[$0] }
    }

    /// O(log uses) beside what is found.
    fileprivate func uses(of local: LocalID) -> ArraySlice<Element> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].local.index < local.index { low = middle + 1 } else { high = middle }
        }
        return self[low...].prefix { $0.local == local }
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
