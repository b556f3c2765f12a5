import SwiftSyntax

/// Literals, and whatever has no file of its own.
extension SummaryCollector {
    /// Texts are kept to recognise flags, paths and addresses; nothing needs more of them than this many bytes.
    private static let longestText = 512

    mutating func literal(_ node: ExprSyntax) -> ExpressionID {
        switch node.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let node): return add(.integer(node.literal.text))
        case .floatLiteralExpr(let node): return add(.float(node.literal.text))
        case .booleanLiteralExpr(let node): return add(.boolean(node.literal.text == "true"))
        case .nilLiteralExpr: return add(.nilLiteral)
        case .regexLiteralExpr: return add(.regex)
        case .stringLiteralExpr(let node): return string(node)
        case .simpleStringLiteralExpr(let node): return add(.string(node.segments.first?.content.text ?? ""))
        case .arrayExpr(let node):
            var elements: [ExpressionID] = []
            for element in node.elements { elements.append(expression(element.expression)) }
            return add(.array(elements))
        case .dictionaryExpr(let node):
            guard case .elements(let list) = node.content else { return add(.dictionary([])) }
            var elements: [(key: ExpressionID, value: ExpressionID)] = []
            for element in list {
                let key = expression(element.key)
                let value = expression(element.value)
                elements.append((key, value))
            }
            return add(.dictionary(elements))
        default: return other(node)
        }
    }

    private mutating func string(_ node: StringLiteralExprSyntax) -> ExpressionID {
        var text = ""
        var isPlain = true
        var first: ExpressionID?
        for segment in node.segments {
            switch segment {
            case .stringSegment(let part):
                if isPlain, text.utf8.count < Self.longestText { text += part.content.text }
            case .expressionSegment(let part):
                isPlain = false
                for element in part.expressions {
                    let value = expression(element.expression)
                    first = first ?? value
                }
            }
        }
        let known = unescaped(text, isRaw: node.openingPounds != nil)
        if isPlain { return add(.string(known)) }
        // What stands in front says what kind of address or path it is.
        let front =
            known.isEmpty ? first.map { Expression.cast($0, .name("String"), isOptional: false) } : .string(known)
        let rest = add(.string(nil))
        guard let front else { return rest }
        return add(.operators(operands: [add(front), rest], operators: ["+"]))
    }

    /// The literal's value as far as tests on it need it: at most `longestText` bytes, the common escapes replaced.
    private func unescaped(_ text: String, isRaw: Bool) -> String {
        let text = text.utf8.count > Self.longestText ? String(text.prefix(Self.longestText / 4)) : text
        guard !isRaw, text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var value = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                switch character {
                case "n": value.append("\n")
                case "t": value.append("\t")
                case "r": value.append("\r")
                case "0": value.append("\0")
                case "\"", "'", "\\": value.append(character)
                default: value += "\\\(character)"
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                value.append(character)
            }
        }
        return value
    }

    /// The value is not understood, the code inside still counts.
    private mutating func other(_ node: ExprSyntax) -> ExpressionID {
        for child in node.children(viewMode: .sourceAccurate) {
            if let inner = child.as(ExprSyntax.self) { _ = expression(inner) }
        }
        return Self.unknown
    }
}
