/// Why a finding has no scenario.
package enum NotModelled: Error, Hashable {
    /// The finding is not about code that runs in an async context.
    case noContext
    /// The place was not found in the program.
    case noSite
    /// The lowering of the context does not come by the place.
    case notReached
    /// More statements than a scenario may have.
    case tooLarge

    package var reason: String {
        switch self {
        case .noContext: "no async context reaches it"
        case .noSite: "what it does is not a call that a scenario can tell"
        case .notReached: "the place was not reached from the start of its context"
        case .tooLarge: "the code around it is too large"
        }
    }
}
