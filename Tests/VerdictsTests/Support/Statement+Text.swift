import SimulatedExecution

@testable import Verdicts

extension Blueprint {
    /// The steps on one line each, without the durations, which tests do not speak of.
    var text: String { steps.map { $0.text(resources) }.joined(separator: "; ") }
}

extension Statement {
    func text(_ resources: [Resource]) -> String {
        func name(_ id: ResourceID) -> String { resources[id.index].name }
        func list(_ statements: [Statement]) -> String {
            statements.map { $0.text(resources) }.joined(separator: "; ")
        }
        func place(_ place: ExecutorModel) -> String {
            switch place {
            case .cooperativePool: "pool"
            case .main: "main"
            case .eventLoop: "loop"
            case .serial(let id): name(id)
            case .dispatchGlobal: "global"
            case .threadPool: "threads"
            case .ownThread: "thread"
            }
        }
        return switch self {
        case .compute(let time): time == .zero ? "nothing" : "compute"
        case .block(_, let what): "block \(what)"
        case .sleep: "suspend"
        case .yield: "yield"
        case .acquire(let id, _): "acquire \(name(id))"
        case .release(let id): "release \(name(id))"
        case .wait(let id, let timeout): "wait \(name(id))\(timeout == nil ? "" : " for a time")"
        case .waitForTask: "wait for task"
        case .suspend(let id, _): "suspend on \(name(id))"
        case .awaitTask(let task): "await t\(task.index)"
        case .signal(let id): "signal \(name(id))"
        case .enter(let id): "enter \(name(id))"
        case .reset(let id): "reset \(name(id))"
        case .read(let id): "read \(name(id))"
        case .write(let id, _): "write \(name(id))"
        case .run(let executor, let style, let inner, _):
            "\(style == .blocking ? "sync" : "run") on \(place(executor)) { \(list(inner)) }"
        case .start(let task, let executor, let inner, _):
            "start \(task.map { "t\($0.index) " } ?? "")on \(place(executor)) { \(list(inner)) }"
        case .choose(let ways):
            "choose { \(ways.map { $0.isEmpty ? "nothing" : list($0) }.joined(separator: " | ")) }"
        case .loop(let times, let inner): "\(times) times { \(list(inner)) }"
        default: "\(self)"
        }
    }
}
