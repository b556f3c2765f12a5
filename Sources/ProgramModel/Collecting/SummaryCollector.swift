import struct SourceModel.SourceRange
import SwiftParsing
import SwiftSyntax

/// Turns one syntax tree into a `FileSummary`, in a single pass.
///
/// A recursive descent of its own, because names can only be resolved when scopes open and close in step with it.
/// What may be arbitrarily long without brackets (member chains, `else if`, operator sequences, literals) must be
/// walked in loops: only what nests may recurse, and `descending` bounds that.
package struct SummaryCollector {
    var summary = FileSummaryDraft()
    var scopes = ScopeStack()
    /// The steps of the innermost list that is being collected.
    var steps: [Step] = []
    /// The body that runs what is being collected.
    var body = BodyID(0)
    /// The innermost type around it.
    var type: TypeID?
    /// The type that the current declaration is a member of.
    var owner: TypeID?
    /// The body that the current declaration is a local one of.
    var enclosing: BodyID?
    /// The body around the current declaration, through local types too.
    var surrounding: BodyID?
    /// What the `#if` around the current declaration leaves.
    var platforms = PlatformSet.all
    /// The innermost `await` around it, within its body.
    var awaiting: AwaitFrame?
    /// True below `try` within its body.
    var isTried = false
    /// What tests on the way have found out.
    var circumstances = Circumstances()
    /// The innermost closure, when it has no parameter list and `$0` means its first parameter.
    var shorthandClosure: BodyID?
    /// True while global code is a script that runs from top to bottom.
    var isScript = false
    /// Links of the postfix chains that are being collected, outermost first; a stack because chains nest in arguments.
    var links: [ExprSyntax] = []
    /// Local functions that got their id when their scope was entered.
    var hoisted: [SyntaxIdentifier: (function: FunctionID, local: LocalID)] = [:]
    /// Every type that the file spells, once.
    var types: Set<TypeReference> = []
    let markers: MarkerComments
    private var depth = 0

    /// Far above what the parser's limit of nesting lets through, far below what a 64 MiB stack holds.
    private static let maximumDepth = 1200
    /// The one `.unknown` that everything unreadable shares.
    static let unknown = ExpressionID(0)

    /// O(n). Needs a stack of 64 MiB for hostile input; never fails.
    package static func collect(_ file: ParsedFile) -> FileSummary {
        var collector = SummaryCollector(markers: MarkerComments(file.directives))
        collector.sourceFile(file.tree)
        return FileSummary(collector.summary)
    }

    private init(markers: MarkerComments) {
        self.markers = markers
        summary.expressions.append(.unknown)
    }

    /// Runs `work` one level deeper, or gives up on what is nested beyond reason.
    mutating func descending<Result>(
        otherwise fallback: @autoclosure () -> Result, _ work: (inout Self) -> Result
    ) -> Result {
        guard depth < Self.maximumDepth else { return fallback() }
        depth += 1
        defer { depth -= 1 }
        return work(&self)
    }

    /// Runs `work` on what is compiled for some platforms only.
    mutating func compiled<Result>(for platforms: PlatformSet, _ work: (inout Self) -> Result) -> Result {
        let outer = self.platforms
        // Conditions that exclude one another were not understood.
        let common = outer.intersection(platforms)
        self.platforms = common.isEmpty ? outer : common
        defer { self.platforms = outer }
        return work(&self)
    }

    mutating func add(_ expression: Expression) -> ExpressionID {
        summary.expressions.append(expression)
        return ExpressionID(summary.expressions.count - 1)
    }

    /// The steps that `work` leaves behind, instead of adding them to the current list.
    mutating func collecting(_ work: (inout Self) -> Void) -> [Step] {
        var outer: [Step] = []
        swap(&outer, &steps)
        work(&self)
        swap(&outer, &steps)
        return outer.fitted
    }

    /// As `collecting`, with local names of its own, and as a scope when a `defer` needs its end.
    mutating func collectingScope(_ work: (inout Self) -> Void) -> [Step] {
        let mark = scopes.mark
        let collected = collecting(work)
        scopes.leave(to: mark)
        return Self.scoped(collected)
    }

    /// A `.scope` matters only where something is deferred to its end.
    static func scoped(_ steps: [Step]) -> [Step] {
        let defers = steps.contains { if case .deferred = $0 { true } else { false } }
        return defers ? [.scope(steps)] : steps
    }

    /// Adds a branch unless none of its ways does anything.
    mutating func branch(_ arms: [[Step]]) {
        if arms.contains(where: { !$0.isEmpty }) { steps.append(.branch(arms.fitted)) }
    }
}

extension SyntaxProtocol {
    /// The node without the trivia around it.
    var textRange: SourceRange {
        SourceRange(positionAfterSkippingLeadingTrivia.utf8Offset, endPositionBeforeTrailingTrivia.utf8Offset)
    }
}

extension SyntaxCollection {
    /// Asked before going over a list that is mostly empty: unlike `isEmpty` and a loop, it makes no nodes.
    var hasElements: Bool { count > 0 }
}

extension TokenSyntax {
    /// The token's text without the backticks that may quote an identifier.
    var identifierText: String {
        let text = self.text
        guard text.utf8.first == UInt8(ascii: "`"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }
}
