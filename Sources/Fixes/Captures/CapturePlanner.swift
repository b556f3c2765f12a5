import ProgramModel
import SourceModel
import SwiftSyntax

/// Decides how each name of a piece of code reaches a `@Sendable` closure: as it is, as a copy, or not at all.
///
/// Properties of `self` are copied into the capture list, where the isolation is still that of the code around, so that
/// neither `self` nor its isolation goes along. Only a method of `self` needs `self` itself.
struct CapturePlanner {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite
    /// Whether a variable property of `self` may be copied before the closure runs. What a queue guards must be read and
    /// changed on the queue, so there the closure takes `self` along.
    var copiesVariables = true
    /// Whether values that are not `Sendable` may be lent to the other thread until its work is done.
    var lends = false
    /// Whether the code may change copies of local variables, which come back as its value.
    var returnsVariables = false
    var bound: AwaitedArgument?

    var file: Int { site.site.file }

    /// - Parameters:
    ///   - code: the expression or the statements that move.
    ///   - place: where they stand now.
    func plan(for code: [Syntax], at place: Syntax) throws(CaptureProblem) -> CapturePlan {
        let early = EarlyCalls(self, in: code)
        let names = FreeNames(in: code, without: early.nodes.union([bound?.node.id].compactMap { $0 }))
        if let obstacle = names.obstacle { throw .refused("\(obstacle), so it cannot move into a closure") }
        var plan = CapturePlan(early)
        for use in names.uses {
            if use.node.baseName.tokenKind == .keyword(.self) {
                try planSelf(use.node, names, &plan)
            } else if use.node.baseName.tokenKind == .keyword(.Self) {
                continue
            } else if let binding = LexicalScope.binding(of: use.name, at: place) {
                try planLocal(use.name, binding, use.node, names, &plan)
            } else {
                try planOuter(use, names, &plan)
            }
        }
        for name in names.boundToThemselves { try planBinding(name, names, at: place, &plan) }
        if let bound { plan.rewrites.append(target.replacing(bound.node.textRange, with: bound.name)) }
        let left = early.rewrites.map(\.range) + [bound?.node.textRange].compactMap { $0 }
        try IsolationCheck(program: program, file: file, copied: plan.copiedNames, left: left).check(code)
        return plan
    }

    // MARK: Locals

    private func planLocal(
        _ name: String, _ binding: LexicalScope.Binding, _ node: DeclReferenceExprSyntax, _ names: FreeNames,
        _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        switch binding.kind {
        case .inoutParameter: throw .refused("`\(name)` is an `inout` parameter")
        case .function: throw .refused("`\(name)` is a local function")
        case .variable where returnsVariables && isChanged(name, names): return try planReturned(name, names, &plan)
        case .variable where names.mutated.contains(name):
            throw .local(name, binding, FixRefusal("it changes the local variable `\(name)`"))
        case .constant, .parameter, .variable: break
        }
        var type = self.type(ofLocal: name)
        if type.isUnknown {
            let told = TypeFromUse(program: program, site: site)
            type =
                told.type(of: node) ?? told.type(of: binding) ?? told.nameOfLikeType(binding).map {
                    self.type(ofLocal: $0)
                } ?? type
        }
        if sendability.answer(type) != .yes, let member = MemberCapture(self, node, names), plan.capture(member) {
            return
        }
        var isLent = false
        switch sendability.answer(type) {
        case .yes: break
        case .no where isSendableClosure(name): break
        case .no where mayLend(type), .unknown where mayLend(type): isLent = true
        case .no:
            throw .local(
                name, binding, FixRefusal("`\(name)` is of `\(program.spelled(type))`, which is not `Sendable`"))
        case .unknown:
            let reason =
                type.isUnknown
                ? "the type of `\(name)` is not known, so it may not be `Sendable`"
                : "it is not known whether `\(program.spelled(type))`, the type of `\(name)`, is `Sendable`"
            throw .local(name, binding, FixRefusal(reason))
        }
        if isLent { plan.lend("\(name) = \(name)") }
        guard binding.kind == .variable else { return }
        if mayMutate(name, type, isReceiver(node), names) {
            throw .local(name, binding, FixRefusal("a method of the variable `\(name)` may change it"))
        }
        if !isLent { plan.capture(name) }
    }

    private func isChanged(_ name: String, _ names: FreeNames) -> Bool {
        if names.mutated.contains(name) { return true }
        return names.changedByMethods.contains(name) && mayMutate(name, type(ofLocal: name), false, names)
    }

    /// The code changes a copy of the variable, and its value takes the variable's place afterwards.
    private func planReturned(
        _ name: String, _ names: FreeNames, _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        if names.declared.contains(name) { throw .refused("`\(name)` means two things in it") }
        let type = type(ofLocal: name)
        if sendability.answer(type) == .yes {
            plan.capture(name)
        } else if mayLend(type) {
            plan.lend("\(name) = \(name)")
        } else {
            throw .refused("it changes the local variable `\(name)`, which may not be `Sendable`")
        }
        plan.giveBack(name)
    }

    /// `if let name` can be written in the closure as it is when it reads a local that may cross.
    private func planBinding(
        _ name: String, _ names: FreeNames, at place: Syntax, _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        let refusal = FixRefusal("it binds `\(name)` to itself, which may not cross threads")
        let type = self.type(ofLocal: name)
        let isSendable = sendability.answer(type) == .yes
        guard let binding = LexicalScope.binding(of: name, at: place), !names.mutated.contains(name),
            isSendable || mayLend(type)
        else { throw .refused(refusal) }
        switch binding.kind {
        case .inoutParameter, .function: throw .refused(refusal)
        case .constant, .parameter, .variable:
            if !isSendable {
                plan.lend("\(name) = \(name)")
            } else if binding.kind == .variable {
                plan.capture(name)
            }
        }
    }

    private func mayLend(_ type: ResolvedType) -> Bool {
        lends && Lending(program: program, target: target, sendability: sendability, site: site).covers(type)
    }

    /// The type of the local that the call uses by this name; when that is not told, the type that all locals of the name
    /// around it agree on, or one of them when all may cross threads.
    func type(ofLocal name: String) -> ResolvedType {
        let used = LocalUses(program: program, file: file, name: name).locals(at: site.site)
        if used.count == 1, let local = used.first {
            return program.resolver.type(ofLocal: LocalReference(file, local))
        }
        var found: ResolvedType?
        for local in locals(named: name) {
            let type = program.resolver.type(ofLocal: local)
            guard let other = found, other != type else {
                found = type
                continue
            }
            if sendability.answer(type) != .yes || sendability.answer(other) != .yes { return .unknown }
        }
        return found ?? .unknown
    }

    /// The type of a local or of a property of `self`.
    func type(named name: String) -> ResolvedType {
        let local = type(ofLocal: name)
        guard local.isUnknown, case .property(let property)? = ownMember(named: name) else { return local }
        return program.resolver.type(of: property)
    }

    private func isSendableClosure(_ name: String) -> Bool {
        let locals = locals(named: name)
        return !locals.isEmpty
            && locals.allSatisfy { local in
                guard case .function(let shape) = program.index.local(local).type else { return false }
                return shape.attributes.contains("Sendable")
            }
    }

    private func locals(named name: String) -> [LocalReference] {
        let summary = program.files[file].summary
        let bodies = bodiesAround
        return summary.locals.indices.compactMap { position in
            let local = summary.locals[position]
            return local.name == name && bodies.contains(local.body) ? LocalReference(file, LocalID(position)) : nil
        }
    }

    private var bodiesAround: Set<BodyID> {
        var bodies: Set<BodyID> = []
        var current: BodyID? = site.body.id
        while let id = current, bodies.insert(id).inserted {
            current = program.index.body(BodyReference(file, id)).parent
        }
        return bodies
    }

    // MARK: Members of `self`

    var owner: NominalID? {
        program.index.nominal(of: program.index.body(site.body).enclosingType, in: file)
    }

    private func planSelf(
        _ node: DeclReferenceExprSyntax, _ names: FreeNames, _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        guard let member = node.parent?.as(MemberAccessExprSyntax.self), member.base?.id == node.id,
            ExprSyntax(member).id != site.node.id, case .property(let property)? = ownMember(named: member.memberName)
        else { return try useSelf(node, &plan) }
        let name = member.memberName
        if program.index.property(property).isStatic || !isCopied(property) { return try useSelf(node, &plan) }
        if names.uses.contains(where: { $0.name == name && LexicalScope.binding(of: name, at: Syntax($0.node)) != nil })
        {
            throw .refused("`\(name)` is a local and a property in it")
        }
        try copy(property, name, isReceiver(member), names, &plan)
        plan.rewrites.append(target.replacing(member.textRange, with: name))
    }

    private func ownMember(named name: String) -> Member? {
        guard let owner else { return nil }
        return program.resolver.members(named: name, of: owner, from: file).first?.members.first
    }

    private func isCopied(_ property: PropertyReference) -> Bool {
        if let name = program.resolver.type(of: property).nominalName(in: program), Self.uncopied.contains(name) {
            return false
        }
        return copiesVariables || !program.index.property(property).isMutable
    }

    /// Types of the standard library that are moved and never copied.
    private static let uncopied: Set<String> = ["Mutex", "Atomic", "AtomicLazyReference", "AtomicWeakReference"]

    private func copy(
        _ property: PropertyReference, _ name: String, _ isReceiver: Bool, _ names: FreeNames,
        _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        if names.mutated.contains(name) { throw .refused("it changes the property `\(name)`") }
        if names.declared.contains(name) { throw .refused("`\(name)` means two things in it") }
        let type = program.resolver.type(of: property)
        var isLent = false
        switch sendability.answer(type) {
        case .yes: break
        case .no where mayLend(type), .unknown where mayLend(type): isLent = true
        case .no: throw .refused("the property `\(name)` is of `\(program.spelled(type))`, which is not `Sendable`")
        case .unknown: throw .refused("it is not known whether the property `\(name)` is `Sendable`")
        }
        let declaration = program.index.property(property)
        let isComputed = declaration.getter != nil && declaration.setter == nil
        if declaration.isMutable, !isComputed, mayMutate(name, type, isReceiver, names) {
            throw .refused("a method of the property `\(name)` may change it")
        }
        guard plan.isFree(for: "\(name) = self.\(name)") else { throw .refused("`\(name)` means two things in it") }
        if isLent { plan.lend("\(name) = self.\(name)") } else { plan.capture("\(name) = self.\(name)") }
    }

    private func useSelf(_ node: DeclReferenceExprSyntax, _ plan: inout CapturePlan) throws(CaptureProblem) {
        let name = try requireSelf(&plan)
        if name != "self" { plan.rewrites.append(target.replacing(node.textRange, with: name)) }
    }

    /// The closure holds `self` itself, because it calls one of its methods.
    /// - Returns: how it names `self`.
    private func requireSelf(_ plan: inout CapturePlan) throws(CaptureProblem) -> String {
        guard let owner else { throw .refused("it uses `self`") }
        let type = ResolvedType.nominal(owner, arguments: [])
        let isSendable = sendability.answer(type) == .yes
        guard isSendable || mayLend(type) else {
            throw .refused("it uses `self`, and `\(program.index[owner].qualifiedName)` is not `Sendable`")
        }
        var current = Syntax(site.node).parent
        while let node = current {
            if node.is(InitializerDeclSyntax.self) { throw .refused("it uses `self` in an initializer") }
            if let function = node.as(FunctionDeclSyntax.self),
                function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.mutating) })
            {
                throw .refused("it uses `self` in a mutating function")
            }
            if node.as(ClosureExprSyntax.self)?.captureNames.contains("self") == true {
                throw .refused("it uses a `self` that is captured weakly")
            }
            current = node.parent
        }
        if isSendable { return "self" }
        plan.lend("lentSelf = self")
        return "lentSelf"
    }

    // MARK: Names from outside the function

    private func planOuter(
        _ use: FreeNames.Use, _ names: FreeNames, _ plan: inout CapturePlan
    ) throws(CaptureProblem) {
        let isSite = use.node.textRange.start == site.node.textRange.start && site.receiver == nil
        switch ownMember(named: use.name) {
        case .property(let property)?:
            if program.index.property(property).isStatic { return }
            if isSite && site.call == nil || !isCopied(property) { return try planMethod(use, &plan) }
            return try copy(property, use.name, isReceiver(use.node), names, &plan)
        case .function(let function)?:
            if program.index.function(function).isStatic { return }
            return try planMethod(use, &plan)
        case .enumCase?, .type?, .alias?: return
        case nil: break
        }
        if isOfWrapper(use.name) { throw .refused("`\(use.name)` is what a property wrapper declares") }
        if names.mutated.contains(use.name) { throw .refused("it changes `\(use.name)`") }
        if let properties = program.index.globalProperties[use.name], let property = properties.first {
            let script = program.files[property.file].summary.hasTopLevelCode
            if script, program.index.property(property).isMutable {
                throw .refused("`\(use.name)` is a variable of a script, which belongs to the main actor")
            }
            return
        }
        if program.index.globalFunctions[use.name] != nil || use.name.first?.isUppercase == true || isSite { return }
        let isGlobal = program.resolver.isStandardFunction(use.name) || Self.systemNames.contains(use.name)
        if isGlobal || isStaticOfOuterType(use) { return }
        if let owner, !knowsAllMembers(of: owner) {
            throw .refused("where `\(use.name)` is declared is not known")
        }
    }

    /// A call of what a type around the code's own type declares as `static`.
    private func isStaticOfOuterType(_ use: FreeNames.Use) -> Bool {
        guard let call = program.files[file].summary.call(namedAt: use.node.textRange.start),
            case .functions(let functions) = program.resolver.resolve(CallReference(file, call)).target
        else { return false }
        return functions.allSatisfy { program.index.function($0).isStatic }
    }

    /// `$name` and `_name`: members that nobody has written.
    private func isOfWrapper(_ name: String) -> Bool {
        guard let sign = name.first, sign == "$" || sign == "_",
            case .property(let property)? = ownMember(named: String(name.dropFirst()))
        else { return false }
        return !program.index.property(property).attributes.isEmpty
    }

    private func planMethod(_ use: FreeNames.Use, _ plan: inout CapturePlan) throws(CaptureProblem) {
        let name = try requireSelf(&plan)
        plan.rewrites.append(target.inserting("\(name).", at: use.node.textRange.start))
    }

    /// Whether every supertype is declared in the workspace or adds no members that code would name without `self`.
    private func knowsAllMembers(of id: NominalID) -> Bool {
        program.resolver.withSupertypes(id).allSatisfy { supertype in
            let nominal = program.index[supertype]
            return nominal.isDeclared || program.resolver.isMarker(supertype) || nominal.qualifiedName == "Actor"
        }
    }

    /// Globals of the C library that code around blocking calls names.
    private static let systemNames: Set<String> = ["errno", "exit", "strerror"]

    // MARK: Receivers

    /// `name.method(…)`
    func isReceiver(_ node: some ExprSyntaxProtocol) -> Bool {
        guard let member = node.parent?.as(MemberAccessExprSyntax.self), member.base?.id == node.id else {
            return false
        }
        return member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == ExprSyntax(member).id
    }

    /// Methods of the workspace's own structs may be `mutating`; which are is not kept. Of the library's types those are
    /// known that everybody uses.
    private func mayMutate(_ name: String, _ type: ResolvedType, _ isReceiver: Bool, _ names: FreeNames) -> Bool {
        let isChanged = names.changedByMethods.contains(name)
        guard case .nominal(let id, _) = type.unwrapped, program.index[id].isDeclared else { return isChanged }
        let isValue = program.index[id].kind == .struct || program.index[id].kind == .enum
        return isValue && (isReceiver || isChanged)
    }
}

extension ResolvedType {
    fileprivate func nominalName(in program: Program) -> String? {
        guard case .nominal(let id, _) = self else { return nil }
        return program.index[id].name
    }
}

extension CapturePlan {
    /// Properties of `self` that the capture list copies.
    fileprivate var copiedNames: Set<String> {
        Set((list + lent).compactMap { $0.split(separator: " ").first.map(String.init) })
    }
}

extension MemberAccessExprSyntax {
    var memberName: String { declName.baseName.text }
}
