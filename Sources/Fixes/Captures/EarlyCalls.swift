import ProgramModel
import SourceModel
import SwiftSyntax

/// Calls of the actor's own methods inside the expression that moves: `Data(contentsOf: path(for: key))`.
///
/// They stay where the actor is: the capture list holds their values, `[path = path(for: key)]`.
struct EarlyCalls {
    /// `path = path(for: key)`
    private(set) var elements: [String] = []
    private(set) var rewrites: [Rewrite] = []
    private(set) var nodes: Set<SyntaxIdentifier> = []
    /// Whether something of the expression was called before them, and is called after them now.
    private(set) var changesOrder = false

    /// Said of a fix that calls them earlier than the code did.
    static let reason = "what is captured is called before the rest of the expression"

    /// - Parameter code: what moves; only a single expression has calls that can come first.
    init(_ planner: CapturePlanner, in code: [Syntax]) {
        guard planner.copiesVariables, code.count == 1, let moved = code.first, moved.is(ExprSyntax.self) else {
            return
        }
        let tokens = Array(moved.tokens(viewMode: .sourceAccurate))
        // `handle?.write(line(of: item))` asks for the line only when there is a handle.
        if tokens.contains(where: { $0.tokenKind == .postfixQuestionMark }) { return }
        let summary = planner.program.files[planner.file].summary
        var taken = Set(tokens.map(\.text))
        let calls = summary.calls.indices.compactMap { position -> ExprSyntax? in
            let site = summary.calls[position]
            guard moved.textRange.contains(site.nameRange.start), site.awaits == .none else { return nil }
            let reference = CallReference(planner.file, CallID(position))
            guard planner.mayComeFirst(reference),
                let call = try? BlockingSite(.call(reference), in: planner.program, planner.target).node,
                Syntax(call).id != moved.id, Self.isAlwaysCalled(call, in: moved)
            else { return nil }
            return call
        }
        for call in calls.sorted(by: { $0.textRange < $1.textRange }) {
            // One of them inside another goes along with it.
            if calls.contains(where: { Self.isInside(call, $0.id) }) {
                continue
            }
            guard let callee = call.as(FunctionCallExprSyntax.self)?.calledExpression.lastName else { continue }
            let isOwnName = tokens.count { $0.text == callee } == 1
            let name = isOwnName ? callee : Self.free(callee, taken)
            taken.insert(name)
            changesOrder = changesOrder || Self.hasCalls(before: call, in: moved, without: nodes)
            nodes.insert(call.id)
            elements.append("\(name) = \(planner.target.text(call))")
            rewrites.append(planner.target.replacing(call.textRange, with: name))
        }
    }

    private static func free(_ name: String, _ taken: Set<String>) -> String {
        var number = 2
        while taken.contains("\(name)\(number)") { number += 1 }
        return "\(name)\(number)"
    }

    /// Whether nothing on the way to the expression decides if the call is made: neither a closure nor `??`.
    private static func isAlwaysCalled(_ call: ExprSyntax, in moved: Syntax) -> Bool {
        var current = Syntax(call)
        while current.id != moved.id, let parent = current.parent {
            switch parent.as(SyntaxEnum.self) {
            case .labeledExpr, .labeledExprList, .functionCallExpr, .memberAccessExpr, .tupleExpr, .forceUnwrapExpr,
                .arrayExpr, .arrayElement, .arrayElementList, .stringLiteralExpr, .stringLiteralSegmentList,
                .expressionSegment:
                break
            case .exprList(let list):
                let isPlain = list.allSatisfy { element in
                    guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text else {
                        return !element.is(UnresolvedTernaryExprSyntax.self)
                    }
                    return !["&&", "||", "??"].contains(name)
                }
                if !isPlain { return false }
            case .sequenceExpr: break
            default: return false
            }
            current = parent
        }
        return current.id == moved.id
    }

    private static func isInside(_ call: ExprSyntax, _ outer: SyntaxIdentifier) -> Bool {
        var current = Syntax(call).parent
        while let node = current {
            if node.id == outer { return true }
            current = node.parent
        }
        return false
    }

    private static func hasCalls(before call: ExprSyntax, in moved: Syntax, without others: Set<SyntaxIdentifier>)
        -> Bool
    {
        let search = CompleteCalls(before: call.textRange.start, without: others)
        search.walk(moved)
        return search.isFound
    }
}

/// Looks for a call that is over where another begins.
private final class CompleteCalls: SyntaxVisitor {
    private let end: Int
    private let others: Set<SyntaxIdentifier>
    var isFound = false

    init(before end: Int, without others: Set<SyntaxIdentifier>) {
        self.end = end
        self.others = others
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ call: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if others.contains(call.id) { return .skipChildren }
        if call.textRange.end <= end { isFound = true }
        return .visitChildren
    }
}

extension CapturePlanner {
    /// Whether a call is one of a method that an actor guards, or of a `self` that may not cross threads, and its value
    /// may cross them.
    fileprivate func mayComeFirst(_ call: CallReference) -> Bool {
        let resolution = program.resolver.resolve(call)
        guard Site.call(call) != site.site, case .functions(let functions) = resolution.target,
            sendability.answer(resolution.result) == .yes
        else { return false }
        return functions.allSatisfy { function in
            let declaration = program.index.function(function)
            guard declaration.kind == .function, !declaration.isAsync, !declaration.isThrowing,
                !declaration.parameters.contains(where: \.isInOut)
            else { return false }
            if program.contexts.isolation.isolation(of: function) != .none { return true }
            guard let owner = program.index.owner(of: function), !declaration.isStatic, owner == self.owner else {
                return false
            }
            return sendability.answer(.nominal(owner, arguments: [])) != .yes
        }
    }
}
