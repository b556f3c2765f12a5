import SwiftSyntax

/// Tells whether the parser gave up because brackets nest too deeply.
///
/// The parser then hangs all remaining tokens of the file below the innermost node, as unexpected ones.
enum NestingOverflow {
    static let problem = "nesting deeper than \(ParsedFile.maximumNestingLevel) levels; the rest was skipped"

    /// O(1) for files without syntax errors.
    static func exists(in tree: SourceFileSyntax) -> Bool {
        guard tree.hasError, let last = tree.endOfFileToken.previousToken(viewMode: .sourceAccurate) else {
            return false
        }
        var depth = 0
        var isUnexpected = false
        var node = last.parent
        while let current = node {
            if current.kind == .unexpectedNodes { isUnexpected = true }
            depth += 1
            node = current.parent
        }
        return isUnexpected && depth > ParsedFile.maximumNestingLevel
    }
}
