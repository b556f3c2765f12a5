import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// A block that stands on one line with its only statement: `group.addTask { try read(file) }`.
///
/// What takes several lines there begins on a line of its own, and so does the closing brace.
struct OneLineBlock {
    /// The edits that break the lines after the opening brace and before the closing one.
    let breaks: [Rewrite]
    /// How many bytes the statement may have on the line that it gets.
    let room: Int

    /// - Returns: `nil` when the statement has lines of its own already.
    init?(around node: some SyntaxProtocol, _ target: FixTarget) {
        var current = Syntax(node)
        while let parent = current.parent, !current.is(CodeBlockItemSyntax.self) { current = parent }
        guard let item = current.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self), list.count == 1,
            list.parent?.is(SourceFileSyntax.self) == false,
            let before = item.firstToken(viewMode: .sourceAccurate)?.previousToken(viewMode: .sourceAccurate),
            let after = item.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate),
            after.tokenKind == .rightBrace
        else { return nil }
        let front = SourceRange(before.textRange.end, item.textRange.start)
        let back = SourceRange(item.textRange.end, after.textRange.start)
        guard Self.isBlank(front, target), Self.isBlank(back, target) else { return nil }
        let indentation = Indentation(at: item.textRange.start, in: target.text)
        breaks = [
            target.replacing(front, with: "\n" + indentation.deeper.line),
            target.replacing(back, with: "\n" + indentation.line),
        ]
        let around = (node.textRange.start - item.textRange.start) + (item.textRange.end - node.textRange.end)
        room = Offload.maximumLineLength - indentation.deeper.line.utf8.count - around
    }

    private static func isBlank(_ range: SourceRange, _ target: FixTarget) -> Bool {
        range.start <= range.end && target.text(range).allSatisfy { $0 == " " }
    }
}
