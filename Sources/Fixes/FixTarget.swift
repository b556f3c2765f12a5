import struct SourceModel.SourceRange
import SourceModel
import SwiftParsing
import SwiftSyntax

/// The file that a fix changes, and what its module lets the fix write.
package struct FixTarget: Sendable {
    /// As reports print it.
    package var path: String
    package var text: [UInt8]
    /// The unfolded tree of `text`.
    package var tree: SourceFileSyntax
    package var module: ModuleFacts

    package init(path: String, text: [UInt8], tree: SourceFileSyntax, module: ModuleFacts) {
        self.path = path
        self.text = text
        self.tree = tree
        self.module = module
    }

    /// The text of a node without the white space and comments around it.
    func text(_ node: some SyntaxProtocol) -> String { text(node.textRange) }

    func text(_ range: SourceRange) -> String {
        guard range.end <= text.count else { return "" }
        return String(decoding: text[range.start..<range.end], as: UTF8.self)
    }

    func replacing(_ range: SourceRange, with newText: String) -> Rewrite {
        Rewrite(path: path, range: range, newText: newText)
    }

    func inserting(_ newText: String, at offset: Int) -> Rewrite {
        replacing(SourceRange(offset, offset), with: newText)
    }
}

/// What fixes need to know about a module beyond its code.
package struct ModuleFacts: Sendable, Hashable {
    /// How a call is moved to other threads: `executorFuture`, `nio` or `dispatch`.
    package var offload: FixStyle
    /// The expression that names the project's executor, when the configuration says so.
    package var executor: String?
    /// Where a new file of the module goes, as reports print paths; `nil` when there is no such place.
    package var folder: String?
    /// Paths of the module's files, so that a new one replaces none.
    package var paths: Set<String>
    /// Whether every platform of the package has `Task.sleep(for:)` and `Duration`.
    package var hasDurations: Bool
    /// Declarations that state no isolation belong to a global actor.
    package var isIsolatedByDefault: Bool
    /// Asynchronous functions run where their callers do, unless they say otherwise.
    package var isNonsendingByDefault: Bool

    package init(
        offload: FixStyle = .executorFuture, executor: String? = nil, folder: String? = nil, paths: Set<String> = [],
        hasDurations: Bool = true, isIsolatedByDefault: Bool = false,
        isNonsendingByDefault: Bool = false
    ) {
        self.offload = offload
        self.executor = executor
        self.folder = folder
        self.paths = paths
        self.hasDurations = hasDurations
        self.isIsolatedByDefault = isIsolatedByDefault
        self.isNonsendingByDefault = isNonsendingByDefault
    }
}

extension SyntaxProtocol {
    /// From the first token to the last, without the trivia around them.
    var textRange: SourceRange {
        SourceRange(
            positionAfterSkippingLeadingTrivia.utf8Offset, endPositionBeforeTrailingTrivia.utf8Offset)
    }
}
