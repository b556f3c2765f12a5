import SourceModel

/// One `unblock:` comment.
package struct Directive: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `unblock:allow id, id - reason`: hides findings of its own line and, when it stands alone, of the next line.
        case allow([RuleID], reason: String?)
        /// `unblock:allow-file id - reason`
        case allowFile([RuleID], reason: String?)
        /// `unblock:blocking`
        case blocking
        /// `unblock:nonblocking`
        case nonblocking
        /// Starts with `unblock:` and fits none of the above; the text says what is wrong and what to write.
        case malformed(String)
    }

    package var kind: Kind
    /// The comment, from its first slash to its last character.
    package var range: SourceRange
    /// True when nothing but white space precedes the comment on its line.
    package var standsAlone: Bool

    package init(kind: Kind, range: SourceRange, standsAlone: Bool) {
        self.kind = kind
        self.range = range
        self.standsAlone = standsAlone
    }
}
