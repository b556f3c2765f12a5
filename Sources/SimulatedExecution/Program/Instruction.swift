/// One instruction of a compiled task.
///
/// Statements nest, instructions do not: a machine steps through them without a stack.
/// Numbers are positions in the tables of the ``Program``, in the slots of a task, or in the code; -1 stands for none.
enum Instruction {
    case compute(latency: Int)
    case block(latency: Int, what: Int)
    case sleep(latency: Int)
    case yield

    case acquire(Int, Statement.LockMode)
    case release(Int)
    case wait(Int, timeout: Int, holdsThread: Bool)
    case send(Int)
    case receive(Int)
    case signal(Int)
    case broadcast(Int)
    case enter(Int)
    case reset(Int)

    /// `memory` is the first of two slots: the version of the cell that the task has seen, plus one, and its value.
    /// The version is negative if only a test has seen it.
    case read(Int, memory: Int)
    case write(Int, Statement.CellChange, memory: Int)
    /// Goes on at `otherwise` if the test fails.
    case branch(Int, Statement.CellTest, memory: Int, otherwise: Int)
    /// Forgets what a test has seen: what depends on it has been left.
    case forget(memory: Int)
    case expect(Int, Statement.CellTest, message: Int)

    /// Goes to another place, and on there.
    case hop(place: Int)
    /// Waits for its turn on a queue, and goes on there on the thread that it has.
    case enterQueue(Int)
    case leaveQueue(Int)
    case start(entry: Int, handle: Int)
    /// Starts children, one for each entry.
    case startChildren(entries: Range<Int>)
    case awaitChildren
    case awaitTask(TaskReference, holdsThread: Bool)
    case cancel(TaskReference)
    case beginTimeout(latency: Int, slot: Int)
    case endTimeout(slot: Int)

    /// Goes on at one of these `targets` of the program; which one is the scheduler's choice.
    case choose(targets: Range<Int>)
    case beginLoop(slot: Int, times: Int)
    /// Goes back to `target` until the loop has run so often as it may.
    /// - polls: whether a turn without any waiting is to be followed by one of somebody else.
    case repeatLoop(slot: Int, target: Int, polls: Bool)
    case jump(Int)
    case finish
}

/// Where the number of a started task is kept: in a slot of this task, or of one of those that started it.
struct TaskReference {
    /// How many starts back.
    var levels: Int
    var slot: Int
}
