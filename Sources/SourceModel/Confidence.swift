/// How sure the analyzer is that a call reaches the declaration it was matched to.
///
/// Ordered: `possible < likely < certain`. The default report starts at `likely`.
package enum Confidence: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Only the name fits.
    case possible
    /// The name, the labels and what is known of the receiver fit, and nothing contradicts.
    case likely
    /// The receiver's type and the declaration are known.
    case certain

    private var rank: Int {
        switch self {
        case .possible: 0
        case .likely: 1
        case .certain: 2
        }
    }

    package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
}
