/// Something that the user gave cannot be used; the text says what happened and what to do.
package struct UsageProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Without the leading "unblock: error:".
    package let message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
