import ProgramModel
import SourceModel

/// What a lock, semaphore, queue or task is called in the source, comparable across the whole program.
///
/// Two calls on the same name are taken to be on the same object: a local belongs to one run of its function, a
/// property or global to all of them.
enum SharedObject: Hashable {
    /// A local of one of the callers that a scenario runs at the same time.
    case local(LocalReference, caller: Int)
    /// A property or global, by the chain of names that leads to it.
    case named([String])

    /// For people: the last name.
    func name(in program: Program) -> String {
        switch self {
        case .local(let local, _): program.index.local(local).name
        case .named(let names): names.last ?? "self"
        }
    }
}

extension Program {
    /// The object that an expression names, or `nil` when it is more than a chain of names.
    ///
    /// - Parameters:
    ///   - bindings: what the parameters of functions on the way stand for.
    ///   - caller: which of the scenario's callers runs the code.
    func sharedObject(
        _ expression: ExpressionID, in scope: Scope, _ bindings: [LocalReference: SharedObject], caller: Int
    ) -> SharedObject? {
        let summary = files[scope.file].summary
        var names: [String] = []
        var current = expression
        for _ in 0..<50 {
            switch summary[current] {
            case .local(let local):
                let reference = LocalReference(scope.file, local)
                let root = bindings[reference] ?? .local(reference, caller: caller)
                guard !names.isEmpty else { return root }
                return .named([root.name(in: self)] + names.reversed())
            case .name(let name, _): return .named(([name] + names.reversed()))
            case .selfReference, .selfType: return names.isEmpty ? .named(["self"]) : .named(names.reversed())
            case .member(let base, let name, _):
                names.append(name)
                current = base
            case .unwrap(let inner), .optionalTry(let inner): current = inner
            case .operators(let operands, _):
                // `&lock` and the like.
                guard let first = operands.first else { return nil }
                current = first
            default: return nil
            }
        }
        return nil
    }
}
