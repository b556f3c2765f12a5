/// Why a scenario cannot be run.
public enum ScenarioError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A resource is named that the scenario does not have.
    case unknownResource(ResourceID)
    case unknownThreadPool(ThreadPoolID)
    /// A task is named that the code around it has not started.
    case unknownTask(TaskHandle)
    /// A statement was given a resource of a kind that it cannot use.
    case wrongKind(statement: String, resource: String)
    /// `exitLoop` outside a loop.
    case exitOutsideLoop
    /// A choice without a branch.
    case emptyChoice

    public var description: String {
        switch self {
        case .unknownResource(let id):
            "the scenario has no resource \(id.index): declare it with `add(_:named:)` of the same scenario"
        case .unknownThreadPool(let id):
            "the scenario has no thread pool \(id.index): declare it with `add(_:)` of the same scenario"
        case .unknownTask(let handle):
            "no task was started as handle \(handle.index) before it is awaited or cancelled: name it in `start`"
        case .wrongKind(let statement, let resource):
            "`\(statement)` cannot be used on `\(resource)`: use a resource of the right kind"
        case .exitOutsideLoop: "`exitLoop` stands outside of every loop: move it into one, or use `finish`"
        case .emptyChoice: "`choose` has no branches: give it at least one, which may be empty"
        }
    }
}
