/// A reason why the command cannot go on that its user can mend; it ends the process with status 2.
struct CommandFailure: Error, Equatable {
    /// What happened and where, without a full stop.
    let problem: String
    /// What to do about it.
    let remedy: String

    init(_ problem: String, remedy: String) {
        self.problem = problem
        self.remedy = remedy
    }
}
