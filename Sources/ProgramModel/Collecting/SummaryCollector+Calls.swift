import struct SourceModel.SourceRange
import SwiftSyntax

/// The parts that calls, subscripts and macro expansions have alike.
struct CallParts {
    var arguments: LabeledExprListSyntax
    var trailingClosure: ClosureExprSyntax?
    var additionalClosures: MultipleTrailingClosureElementListSyntax

    init(_ node: FunctionCallExprSyntax) {
        arguments = node.arguments
        trailingClosure = node.trailingClosure
        additionalClosures = node.additionalTrailingClosures
    }

    init(_ node: SubscriptCallExprSyntax) {
        arguments = node.arguments
        trailingClosure = node.trailingClosure
        additionalClosures = node.additionalTrailingClosures
    }
}

/// A freestanding macro, whether it stands where expressions do or where declarations do.
struct MacroParts {
    var name: TokenSyntax
    var range: SourceRange
    /// `nil` for `#file` and the like, which call nothing.
    var call: CallParts?

    init(_ node: MacroExpansionExprSyntax) {
        name = node.macroName
        range = node.textRange
        guard node.leftParen != nil || node.trailingClosure != nil else { return }
        call = CallParts(node.arguments, node.trailingClosure, node.additionalTrailingClosures)
    }

    init(_ node: MacroExpansionDeclSyntax) {
        name = node.macroName
        range = node.textRange
        guard node.leftParen != nil || node.trailingClosure != nil else { return }
        call = CallParts(node.arguments, node.trailingClosure, node.additionalTrailingClosures)
    }
}

extension CallParts {
    init(
        _ arguments: LabeledExprListSyntax, _ trailing: ClosureExprSyntax?,
        _ additional: MultipleTrailingClosureElementListSyntax
    ) {
        self.arguments = arguments
        trailingClosure = trailing
        additionalClosures = additional
    }
}

extension SummaryCollector {
    /// Takes an id for a call whose arguments are not collected yet: its closures name it.
    mutating func reserveCall(isSubscript: Bool) -> CallID {
        let id = CallID(summary.calls.count)
        let awaits = cover(id, isSubscript: isSubscript)
        summary.calls.append(
            CallDraft(
                callee: Self.unknown, arguments: [], awaits: awaits, isTried: isTried,
                isOffMainThread: circumstances.isOffMainThread, requirements: circumstances.requirements, body: body,
                range: SourceRange(0, 0), nameRange: SourceRange(0, 0),
                isSubscript: isSubscript))
        return id
    }

    mutating func call(
        _ id: CallID, callee: ExpressionID, _ parts: CallParts, range: SourceRange, name: SourceRange
    ) -> ExpressionID {
        summary.calls[id.index].callee = callee
        summary.calls[id.index].range = range
        summary.calls[id.index].nameRange = name
        let arguments = arguments(parts, of: id)
        summary.calls[id.index].arguments = arguments
        steps.append(.call(id))
        return summary.calls[id.index].isSubscript ? Self.unknown : add(.call(id))
    }

    private mutating func arguments(_ parts: CallParts, of id: CallID) -> [Argument] {
        var arguments: [Argument] = []
        if parts.arguments.hasElements { plainArguments(parts.arguments, of: id, into: &arguments) }
        if let closure = parts.trailingClosure {
            let value = self.closure(closure, .argument(id, index: arguments.count))
            arguments.append(
                Argument(label: nil, value: value, isTrailingClosure: true, range: closure.textRange))
        }
        if parts.additionalClosures.hasElements {
            labeledClosures(parts.additionalClosures, of: id, into: &arguments)
        }
        return arguments
    }

    private mutating func plainArguments(
        _ list: LabeledExprListSyntax, of id: CallID, into arguments: inout [Argument]
    ) {
        for node in list {
            let written = node.expression
            let value = expression(written, use: .argument(id, index: arguments.count))
            arguments.append(
                Argument(
                    label: node.label?.identifierText, value: value, isInOut: written.is(InOutExprSyntax.self),
                    range: written.textRange))
        }
    }

    private mutating func labeledClosures(
        _ list: MultipleTrailingClosureElementListSyntax, of id: CallID, into arguments: inout [Argument]
    ) {
        for element in list {
            let value = closure(element.closure, .argument(id, index: arguments.count))
            arguments.append(
                Argument(
                    label: element.label.identifierText, value: value, isTrailingClosure: true,
                    range: element.closure.textRange))
        }
    }

    mutating func macro(_ parts: MacroParts) -> ExpressionID {
        let callee = add(.macro(parts.name.identifierText))
        guard let call = parts.call else { return callee }
        let id = reserveCall(isSubscript: false)
        return self.call(id, callee: callee, call, range: parts.range, name: parts.name.textRange)
    }
}
