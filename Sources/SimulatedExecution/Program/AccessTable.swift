/// Who uses what, collected while a scenario is compiled; decides where others may get their turn.
///
/// A resource that only one task uses, or that all use in turns anyway, because they run on one actor, queue or loop,
/// needs no scheduling points: any order that they would add looks the same to everybody.
struct AccessTable {
    /// Whose turn keeps others out while code runs.
    enum Turn: Hashable {
        case anybody, main
        case eventLoop(Int)
        case serial(Int)
    }

    private struct Users {
        var entry: Int?
        var turn: Turn?
        var areSeveralTasks = false
        var areInTurns = true
    }

    private var users: [Users]
    /// Tasks that a run may have; `Int.max` if nobody knows.
    private(set) var taskCount = 0

    init(resources: Int) { users = Array(repeating: Users(), count: resources) }

    mutating func countTask(isRepeated: Bool, copies: Int) {
        let count = copies > 1 || !isRepeated ? copies : Int.max
        let (sum, overflow) = taskCount.addingReportingOverflow(count)
        taskCount = overflow ? Int.max : sum
    }

    mutating func note(_ instruction: Instruction, entry: Int, isRepeated: Bool, turn: Turn) {
        guard let resource = instruction.resource else { return }
        if isRepeated || (users[resource].entry ?? entry) != entry { users[resource].areSeveralTasks = true }
        if turn == .anybody || (users[resource].turn ?? turn) != turn { users[resource].areInTurns = false }
        users[resource].entry = entry
        users[resource].turn = turn
    }

    func needsSchedulingPoint(_ instruction: Instruction) -> Bool {
        switch instruction {
        case .acquire(let resource, _), .wait(let resource, _, _), .send(let resource), .receive(let resource),
            .reset(let resource), .read(let resource, _), .write(let resource, _, _), .branch(let resource, _, _, _),
            .expect(let resource, _, _):
            users[resource].areSeveralTasks && !users[resource].areInTurns
        case .cancel, .enterQueue: true
        default: false
        }
    }
}

extension Instruction {
    /// What it takes, gives, reads or writes.
    var resource: Int? {
        switch self {
        case .acquire(let resource, _), .release(let resource), .wait(let resource, _, _), .send(let resource),
            .receive(let resource), .signal(let resource), .broadcast(let resource), .enter(let resource),
            .reset(let resource), .read(let resource, _), .write(let resource, _, _), .branch(let resource, _, _, _),
            .expect(let resource, _, _):
            resource
        default: nil
        }
    }
}
