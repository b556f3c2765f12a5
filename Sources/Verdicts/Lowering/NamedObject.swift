import ProgramModel
import SourceModel

/// What a lock, semaphore, queue or task is called in the source, comparable across the whole program.
///
/// Two calls on the same name are taken to be on the same object.
struct NamedObject: Hashable {
    enum Root: Hashable {
        /// A local of the code that a caller runs: each caller has its own.
        case local(LocalReference)
        /// The `self` of the context: one for all callers, but two callers for each actor.
        case context
        case global(String)
        /// The value of a call that has no name.
        case made(CallReference)
    }

    var root: Root
    /// The properties that lead from the root to the object.
    var path: [String] = []

    func member(_ name: String) -> NamedObject { NamedObject(root: root, path: path + [name]) }

    /// For people: the last name.
    func name(in program: Program) -> String {
        if let last = path.last { return last }
        switch root {
        case .local(let local): return program.index.local(local).name
        case .context: return "self"
        case .global(let name): return name
        case .made(let call):
            return program.index.call(call).baseName(in: program.files[call.file].summary)
        }
    }
}

extension ScenarioLowering {
    /// The object that an expression names, or `nil` when it is more than a chain of names.
    func object(_ expression: ExpressionID, in scope: Scope) -> NamedObject? {
        let summary = program.files[scope.file].summary
        var names: [String] = []
        var current = expression
        for _ in 0..<50 {
            var root: NamedObject
            switch summary[current] {
            case .local(let local):
                let reference = LocalReference(scope.file, local)
                root = bindings[reference] ?? NamedObject(root: .local(reference))
            case .name(let name, _):
                root = isMember(name, in: scope) ? selfObject.member(name) : NamedObject(root: .global(name))
            case .selfReference: root = selfObject
            case .selfType: root = NamedObject(root: .global("Self"))
            case .member(let base, let name, _):
                names.append(name)
                current = base
                continue
            case .unwrap(let inner), .optionalTry(let inner), .cast(let inner, _, _):
                current = inner
                continue
            // `&lock` and the like.
            case .operators(let operands, _):
                guard let first = operands.first else { return nil }
                current = first
                continue
            case .call(let call) where !names.isEmpty || tables.binding(of: CallReference(scope.file, call)) == nil:
                root = NamedObject(root: .made(CallReference(scope.file, call)))
            default: return nil
            }
            root.path += names.reversed()
            return root
        }
        return nil
    }

    private func isMember(_ name: String, in scope: Scope) -> Bool {
        guard let owner = program.index.nominal(of: program.index.body(scope.reference).enclosingType, in: scope.file)
        else { return false }
        return program.index.members(named: name, of: owner).contains { member in
            guard case .property(let property) = member else { return false }
            return !program.index.property(property).isStatic
        }
    }

    /// The call that makes an object, where it is declared: `DispatchSemaphore(value: 1)`.
    func maker(of expression: ExpressionID, in scope: Scope) -> CallReference? {
        let origin = origin(of: expression, in: scope)
        guard case .call(let call) = program.files[origin.file].summary[origin.id] else { return nil }
        return CallReference(origin.file, call)
    }

    /// What an expression was set to: the value of a local, the initial value of a property or global, or itself.
    ///
    /// - Parameter depth: names on the way; recursive functions may give a parameter to itself.
    func origin(of expression: ExpressionID, in scope: Scope, depth: Int = 0) -> ExpressionReference {
        let here = ExpressionReference(scope.file, expression)
        guard depth < 20 else { return here }
        let summary = program.files[scope.file].summary
        switch summary[expression] {
        case .unwrap(let inner), .optionalTry(let inner): return origin(of: inner, in: scope, depth: depth + 1)
        case .local(let local):
            if let given = arguments[LocalReference(scope.file, local)] {
                return origin(of: given.value, in: given.scope, depth: depth + 1)
            }
            switch summary.locals[local.index].origin {
            case .binding(let value?), .capture(let value), .unwrapped(let value):
                return origin(of: value, in: scope, depth: depth + 1)
            default: return here
            }
        case .name(let name, _):
            let owner = program.index.nominal(
                of: program.index.body(scope.reference).enclosingType, in: scope.file)
            return owner.flatMap { value(ofProperty: name, of: $0) } ?? value(ofGlobal: name) ?? here
        case .member(let base, let name, _):
            guard case .nominal(let owner, _) = program.resolver.type(of: base, in: scope).unwrapped else {
                return here
            }
            return value(ofProperty: name, of: owner) ?? here
        default: return here
        }
    }

    private func value(ofProperty name: String, of owner: NominalID) -> ExpressionReference? {
        for case .property(let property) in program.index.members(named: name, of: owner) { return value(of: property) }
        return nil
    }

    private func value(ofGlobal name: String) -> ExpressionReference? {
        program.index.globalProperties[name]?.first.flatMap { value(of: $0) }
    }

    private func value(of property: PropertyReference) -> ExpressionReference? {
        program.index.property(property).initializer.map { ExpressionReference(property.file, $0) }
    }

    /// A number that a call is given, when it is written there.
    func integer(_ labels: Set<String>, of call: CallReference) -> Int? {
        let summary = program.files[call.file].summary
        for argument in program.index.call(call).arguments where labels.contains(argument.label ?? "") {
            if case .integer(let digits) = summary[argument.value] { return Int(digits) }
        }
        return nil
    }
}
