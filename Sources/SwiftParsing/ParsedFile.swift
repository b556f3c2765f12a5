import SourceModel
import SwiftParser
import SwiftSyntax

/// One file's syntax tree and its `unblock:` comments.
///
/// Broken code is normal input: parsing never fails, and every offset in the tree is an offset into the bytes that were
/// given. What could not be read is named in `problem`.
package struct ParsedFile: Sendable {
    /// Unfolded: operators stand in sequences as written.
    package let tree: SourceFileSyntax
    /// In the order in which they stand in the file.
    package let directives: [Directive]
    /// Why a part of the file, or all of it, was not read; `nil` when all was.
    package let problem: String?

    /// How deeply brackets and `#if` may nest. Bounds the stack that the parser and everyone who walks the tree need.
    package static let maximumNestingLevel = 256

    /// O(n). Needs a stack of several MiB for hostile input; 64 MiB always suffices.
    package static func parse(_ bytes: [UInt8]) -> ParsedFile {
        switch SourceText(bytes) {
        case .unreadable(let problem):
            return ParsedFile(tree: tree(of: []), directives: [], problem: problem)
        case .readable(let text, let repair):
            let tree = tree(of: text)
            let problem = repair ?? (NestingOverflow.exists(in: tree) ? NestingOverflow.problem : nil)
            return ParsedFile(tree: tree, directives: DirectiveScanner.directives(in: text, tree), problem: problem)
        }
    }

    private static func tree(of text: [UInt8]) -> SourceFileSyntax {
        // The parser wants a base address, which the buffer of an empty array may lack.
        guard !text.isEmpty else { return Parser.parse(source: "") }
        return text.withUnsafeBufferPointer {
            Parser.parse(source: $0, maximumNestingLevel: maximumNestingLevel)
        }
    }
}
