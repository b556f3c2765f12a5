import ProgramModel
import SourceModel
import SwiftSyntax

/// Makes a synchronous function `async`, and with it every synchronous function on the way to callers that may await.
///
/// Nothing is changed unless all uses in the workspace are known, and each of them can await.
struct AsyncConversion {
    let program: Program
    let targets: FixTargets
    let sendability: Sendability
    /// The blocking call that is replaced; the function may be one that only synchronous code may call.
    let site: BlockingSite

    private(set) var rewrites: [Rewrite] = []
    /// Functions that become `async`, in the order in which they were found.
    private(set) var functions: [FunctionReference] = []
    /// Calls that are awaited afterwards and were not before.
    private(set) var awaitedCalls = 0

    /// More than these are no local change any more.
    private static let maximumFunctions = 5
    private static let maximumCalls = 20

    init(program: Program, targets: FixTargets, sendability: Sendability, site: BlockingSite) {
        self.program = program
        self.targets = targets
        self.sendability = sendability
        self.site = site
    }

    /// - Throws: when one of its uses is not known, or cannot await.
    mutating func convert(_ function: FunctionReference) throws(FixRefusal) {
        if functions.contains(function) { return }
        let name = program.resolver.symbol(of: function)
        guard functions.count < Self.maximumFunctions else {
            throw FixRefusal("`\(name)` and too many others would have to become `async`")
        }
        functions.append(function)
        try ConvertibleFunction(program: program, function: function, site: site).check()
        try addSignature(of: function)
        for call in try FunctionUses(program: program, function: function).calls() {
            try addAwait(to: call, of: function)
        }
    }

    /// What the fix says it changes.
    var reason: String {
        let names = functions.map { "`\(program.resolver.symbol(of: $0))`" }
        let become = "\(names.joined(separator: " and ")) \(names.count == 1 ? "becomes" : "become") `async`"
        let callers =
            switch awaitedCalls {
            case 0: ""
            case 1: ", and one call awaits it"
            default: ", and \(awaitedCalls) calls await \(names.count == 1 ? "it" : "them")"
            }
        let isPublic = functions.contains {
            ConvertibleFunction(program: program, function: $0, site: site).isCalledFromElsewhere
        }
        return become + callers + (isPublic ? "; other packages have to await what is public as well" : "")
    }

    // MARK: Declarations

    private mutating func addSignature(of function: FunctionReference) throws(FixRefusal) {
        let target = try targets.target(function.file)
        let name = program.index.function(function).nameRange
        guard let token = target.tree.token(at: AbsolutePosition(utf8Offset: name.start)),
            let declaration = token.parent?.as(FunctionDeclSyntax.self)
        else { throw FixRefusal("the function's declaration was not found in its file") }
        let signature = declaration.signature
        if let clause = signature.effectSpecifiers?.throwsClause {
            add(target.inserting("async ", at: clause.textRange.start))
        } else {
            add(target.inserting(" async", at: signature.parameterClause.textRange.end))
        }
    }

    // MARK: Calls

    private mutating func addAwait(to call: CallReference, of function: FunctionReference) throws(FixRefusal) {
        let site = Site.call(call)
        let body = program.resolver.body(of: site)
        let target = try targets.target(call.file)
        let node = try BlockingSite(site, in: program, target)
        try makeAsynchronous(body)
        try checkBorders(of: function, calledFrom: body)
        let place = try AwaitPlace(of: node.node)
        let words = try place.words(addingTry: false, target)
        guard !words.isEmpty else { return }
        awaitedCalls += 1
        guard awaitedCalls <= Self.maximumCalls else {
            throw FixRefusal("too many calls of `\(program.resolver.symbol(of: function))` would have to await it")
        }
        for word in words { add(word) }
    }

    /// The code around a call must be asynchronous, or become so.
    private mutating func makeAsynchronous(_ body: BodyReference) throws(FixRefusal) {
        if AsynchronousCode(program: program).contains(body) { return }
        switch program.index.kind(of: body) {
        case .function(let caller): try convert(FunctionReference(body.file, caller))
        case .closure: throw FixRefusal("a synchronous closure calls it")
        case .topLevel, .asyncLet, .propertyInitializer, .defaultArgument:
            throw FixRefusal("code that cannot suspend calls it")
        }
    }

    /// A synchronous function runs where its caller does; an asynchronous one does not, unless both are bound to the same
    /// actor, and then its arguments cross from one to the other.
    private func checkBorders(of function: FunctionReference, calledFrom body: BodyReference) throws(FixRefusal) {
        let isolation = program.contexts.isolation
        let own = isolation.isolation(of: function)
        // Isolated functions are called from elsewhere with `await` already, so nothing new crosses.
        guard own == .none else { return }
        let caller = program.contexts.context(of: body)
        if caller == nil || caller?.kind == .asyncFunction { return }
        let isNonsending = try targets.target(body.file).module.isNonsendingByDefault
        let code = PoolCode(program: program, isNonsendingByDefault: isNonsending)
        if code.contains(program.contexts.region(of: body)) { return }
        let declaration = program.index.function(function)
        var types = declaration.parameters.map {
            program.resolver.type($0.type, of: declaration.parent, in: function.file)
        }
        if let result = declaration.result {
            types.append(program.resolver.type(result, of: declaration.parent, in: function.file))
        }
        if let owner = program.index.owner(of: function), !declaration.isStatic {
            types.append(.nominal(owner, arguments: []))
        }
        guard types.allSatisfy({ sendability.answer($0) == .yes }) else {
            throw FixRefusal(
                "`\(program.resolver.symbol(of: function))` would leave the actor with values that may not be `Sendable`"
            )
        }
    }

    private mutating func add(_ rewrite: Rewrite) {
        if !rewrites.contains(rewrite) { rewrites.append(rewrite) }
    }
}

/// Tells which code may await.
struct AsynchronousCode {
    let program: Program

    /// Whether the innermost function or closure of a body is asynchronous itself.
    func contains(_ body: BodyReference) -> Bool {
        if program.contexts.region(of: body) == body, program.contexts.isAsynchronous(body) { return true }
        guard case .closure(let form) = program.index.kind(of: body) else { return false }
        return program.index.body(body).isAsync || isTakenAsAsynchronous(form, in: body.file)
    }

    /// A closure without an `await` that the standard library takes as an asynchronous one.
    private func isTakenAsAsynchronous(_ form: ClosureForm, in file: Int) -> Bool {
        guard case .argument(let id, let index) = form.use else { return false }
        let summary = program.files[file].summary
        let call = summary.calls[id.index]
        return Self.takingAsyncClosures.contains(call.baseName(in: summary))
            && call.arguments.indices.contains(index) && call.arguments[index].label != "onCancel"
    }

    private static let takingAsyncClosures: Set<String> = [
        "withTaskCancellationHandler", "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup",
        "withThrowingDiscardingTaskGroup", "withTaskExecutorPreference",
    ]
}
