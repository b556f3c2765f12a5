/// What a blocking call waits for.
package enum Wait: String, Sendable, Hashable, CaseIterable {
    case time
    case futureWork = "future-work"
    case person
    case peer
    case child
    case disk
    case database
    case lock
    case cpu

    /// The words of messages: "waits for {phrase}".
    package var phrase: String {
        switch self {
        case .time: "time to pass"
        case .futureWork: "work that another task must finish"
        case .person: "a person"
        case .peer: "the network"
        case .child: "a child process"
        case .disk: "the disk"
        case .database: "a database"
        case .lock: "a lock"
        case .cpu: "a long computation"
        }
    }
}
