/// How much harm a finding does to the program it is in.
///
/// Ordered: `note < warning < error`.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case note
    case warning
    case error

    /// One step more severe; `error` stays `error`.
    package var raised: Severity {
        switch self {
        case .note: .warning
        case .warning, .error: .error
        }
    }

    /// One step less severe; `note` stays `note`.
    package var lowered: Severity {
        switch self {
        case .note, .warning: .note
        case .error: .warning
        }
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
