import ProgramModel

/// Tells which local a name means in an expression, where several scopes have one of that name.
struct LocalUses {
    let program: Program
    let file: Int
    let name: String

    /// The locals of the name that the call or the read at a place uses, outside of its closures.
    func locals(at site: Site) -> Set<LocalID> {
        var found: Set<LocalID> = []
        switch site {
        case .call(let call): collect(call.id, &found, depth: 0)
        case .read(let read): collect(program.index.read(read).expression, &found, depth: 0)
        case .loop: break
        }
        return found
    }

    private func collect(_ id: CallID, _ found: inout Set<LocalID>, depth: Int) {
        let call = program.index.call(CallReference(file, id))
        collect(call.callee, &found, depth: depth + 1)
        for argument in call.arguments { collect(argument.value, &found, depth: depth + 1) }
    }

    private func collect(_ id: ExpressionID, _ found: inout Set<LocalID>, depth: Int) {
        guard depth < 50 else { return }
        let inner: [ExpressionID]
        switch program.files[file].summary[id] {
        case .local(let local):
            if program.index.local(LocalReference(file, local)).name == name { found.insert(local) }
            return
        case .call(let call): return collect(call, &found, depth: depth)
        case .member(let base, _, _): inner = [base]
        case .subscript(let base, let arguments): inner = [base] + arguments
        case .array(let elements), .choice(let elements): inner = elements
        case .dictionary(let pairs): inner = pairs.flatMap { [$0.key, $0.value] }
        case .tuple(let elements): inner = elements.map(\.value)
        case .unwrap(let value), .optionalTry(let value), .cast(let value, _, _), .selfMember(let value),
            .unary(_, let value):
            inner = [value]
        case .operators(let operands, _): inner = operands
        case .unknown, .name, .selfReference, .selfType, .superReference, .implicitMember, .integer, .float, .boolean,
            .string, .regex, .nilLiteral, .type, .closure, .keyPath, .macro:
            return
        }
        for value in inner { collect(value, &found, depth: depth + 1) }
    }
}
