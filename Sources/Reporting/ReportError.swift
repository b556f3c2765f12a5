/// Why a report could not be written or read, in words for the person who asked for it.
package struct ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened and where, without a full stop.
    package var message: String
    /// What to do about it, without a full stop.
    package var advice: String

    package init(_ message: String, advice: String) {
        self.message = message
        self.advice = advice
    }

    package var description: String { "\(message): \(advice)" }
}
