import ProgramModel
import SourceModel

/// A blocking function of the workspace, called in an async context, whose own type has an async form of it.
enum AsyncSiblingExists: Rule {
    static let id: RuleID = "async-sibling-exists"

    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var detections: [Detection] = []
        for region in context.program.regions {
            guard let execution = context.program.contexts.context(of: region) else { continue }
            let effects = context.program.effects[region]
            var seen: Set<Site> = []
            for effect in effects where seen.insert(effect.site).inserted {
                guard case .call(let call) = effect.site,
                    case .functions(let functions) = context.resolver.resolve(call).target,
                    functions.count == 1, let function = functions.first,
                    let sibling = sibling(of: function, context),
                    context.index.body(BodyReference(call.file, context.index.call(call).body)).enclosingFunction(
                        in: context, call.file) != sibling
                else { continue }
                let name = context.resolver.symbol(of: function)
                let step = Detection.Step(
                    symbol: name, file: call.file, offset: context.index.call(call).nameRange.start)
                detections.append(
                    builder.make(
                        id, site: effect.site, callee: name, api: context.resolver.symbol(of: sibling), in: execution,
                        severity: .warning,
                        confidence: effect.confidence, path: [step], waits: "",
                        advice: advice(sibling, call, context)))
            }
        }
        return detections
    }

    private static func advice(
        _ sibling: FunctionReference, _ call: CallReference, _ context: RuleContext
    ) -> String {
        let name = context.resolver.symbol(of: sibling)
        guard context.index.function(sibling).isAsync else { return "Call `\(name)` inside a continuation" }
        return isInSynchronousClosure(call, context)
            ? "Await `\(name)` outside this closure, which is synchronous" : "Await `\(name)`"
    }

    /// Whether the innermost code around a call is a closure that some call runs as it is: nothing can be awaited there.
    private static func isInSynchronousClosure(_ call: CallReference, _ context: RuleContext) -> Bool {
        let body = BodyReference(call.file, context.index.call(call).body)
        guard case .closure = context.index.kind(of: body) else { return false }
        return context.program.contexts.region(of: body) != body
    }

    /// The async function of the same type with the same name, or with `Async` after it, and the same parameters; or
    /// the one that takes a completion handler more.
    private static func sibling(of function: FunctionReference, _ context: RuleContext) -> FunctionReference? {
        let declaration = context.index.function(function)
        guard declaration.kind == .function, !declaration.isAsync, let owner = context.index.owner(of: function)
        else { return nil }
        for name in [declaration.name, declaration.name + "Async"] {
            for case .function(let candidate) in context.index.members(named: name, of: owner) {
                let other = context.index.function(candidate)
                guard candidate != function, other.isStatic == declaration.isStatic else { continue }
                let labels = declaration.parameters.map(\.label)
                if other.isAsync, other.parameters.map(\.label) == labels { return candidate }
                if other.hasCompletionHandler, other.parameters.dropLast().map(\.label) == labels { return candidate }
            }
        }
        return nil
    }
}

extension Body {
    /// The function whose code the body is, when it is a function's.
    fileprivate func enclosingFunction(in context: RuleContext, _ file: Int) -> FunctionReference? {
        if case .function(let function) = kind { return FunctionReference(file, function) }
        return parent.flatMap {
            context.index.body(BodyReference(file, $0)).enclosingFunction(in: context, file)
        }
    }
}

extension FunctionDeclaration {
    /// Whether the last parameter is a callback by its label and its type.
    fileprivate var hasCompletionHandler: Bool {
        guard let last = parameters.last, let label = last.label,
            ["completion", "completionHandler", "handler", "callback", "completionBlock"].contains(label)
        else { return false }
        switch last.type {
        case .function, .optional, .named: return true
        default: return false
        }
    }
}
