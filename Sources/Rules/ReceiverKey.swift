import ProgramModel

/// What a call is made on, comparable within one file: the same local, or the same chain of names.
struct ReceiverKey: Hashable {
    private var parts: [Part]

    private enum Part: Hashable {
        case local(LocalID)
        case name(String)
    }

    /// `nil` when the receiver is more than a chain of names.
    init?(of call: CallReference, in program: Program) {
        let summary = program.files[call.file].summary
        guard case .member(let base, _, _) = summary[summary.calls[call.id.index].callee] else {
            // C functions: `pthread_mutex_lock(&mutex)`, `flock(fd, …)`; `lock()` alone is on `self`.
            guard let first = summary.calls[call.id.index].arguments.first else {
                self.init(parts: [.name("self")])
                return
            }
            self.init(of: first.value, in: summary)
            return
        }
        self.init(of: base, in: summary)
    }

    private init(parts: [Part]) { self.parts = parts }

    private init?(of expression: ExpressionID, in summary: FileSummary) {
        var parts: [Part] = []
        var current = expression
        while parts.count < 50 {
            switch summary[current] {
            case .local(let local):
                parts.append(.local(local))
                self.parts = parts
                return
            case .name(let name, _):
                parts.append(.name(name))
                self.parts = parts
                return
            case .selfReference, .selfType:
                guard !parts.isEmpty else { return nil }
                self.parts = parts
                return
            case .member(let base, let name, _):
                parts.append(.name(name))
                current = base
            case .unwrap(let inner), .optionalTry(let inner): current = inner
            case .subscript(let base, _):
                parts.append(.name("[]"))
                current = base
            case .operators(let operands, _):
                guard let first = operands.first else { return nil }
                current = first
            default: return nil
            }
        }
        return nil
    }
}
