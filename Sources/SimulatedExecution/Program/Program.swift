/// A scenario and a machine, compiled for one another: flat code and tables that every run reads and none changes.
struct Program: Sendable {
    let scenario: Scenario
    let machine: MachineModel

    var code: [Instruction] = []
    /// Whether others may get their turn before the instruction of the same position: it takes or reads something that
    /// more than one task can change at the time. Instructions that only give something need no such point, since
    /// whatever could come before them can as well come after.
    var isSchedulingPoint: [Bool] = []
    var entries: [Entry] = []
    /// Positions in `entries`, one for each root of the scenario.
    var rootEntries: [Int] = []
    var places: [Place] = []
    var supplies: [SupplyModel] = []
    var latencies: [CompiledLatency] = []
    var branchTargets: [Int] = []
    /// Names of blocking calls, and messages of expectations.
    var texts: [String] = []
    /// What runs from the start, or from a time on, in the order of the scenario's roots.
    var starts: [Start] = []
    /// What each resource is, and what its count is at the start.
    var kinds: [Resource.Kind] = []
    var firstCounts: [Int] = []
    /// Whose threads each actor or serial queue runs on; 0 for other resources.
    var supplyOfSerial: [Int] = []
    /// Positions of two supplies, if the scenario uses them.
    var sharedSupply: Int?
    var poolSupply: Int?
    /// Whether the cooperative pool takes its threads from Dispatch's supply, and that is used by others too.
    var poolBorrowsFromDispatch = false
    /// Tells this program from others, in any process.
    var fingerprint: UInt32 = 0

    /// The code of a task.
    struct Entry: Sendable {
        var name: String
        var place: Int
        var code: Range<Int>
        /// How many numbers the task keeps for itself.
        var slots = 0
    }

    /// Tasks of one root.
    struct Start: Sendable {
        var entry: Int
        var copies: Int
        /// In nanoseconds.
        var time: Int64
    }

    /// Where code runs: whose threads, and whose turn it must be.
    struct Place: Sendable {
        var model: ExecutorModel
        var supply: Int
        /// The actor or serial queue; -1 for none.
        var serial = -1
    }

    /// Whether more than one task runs the code of an entry from the start.
    func hasSeveralTasks(entry: Int) -> Bool {
        guard let root = rootEntries.firstIndex(of: entry) else { return false }
        return scenario.roots[root].copies > 1
    }

    /// Position of the supply of a kind, if the scenario uses it.
    func supply(_ kind: SupplyModel.Kind) -> Int? { supplies.firstIndex { $0.kind == kind } }
}

/// Threads that take jobs from one list.
struct SupplyModel: Sendable {
    enum Kind: Sendable, Hashable {
        case cooperativePool
        case main
        case eventLoop(Int)
        /// Global queues and concurrent private ones.
        case dispatchShared
        /// Serial queues of Dispatch: each gets a thread as soon as it has work.
        case dispatchSerial
        case threadPool(Int)
        case ownThreads
    }

    let kind: Kind
    /// How many threads there are at the start of a run.
    let width: Int
    /// Whether there may be more ready tasks than threads, so that taking a thread matters to others.
    var isContended = true

    var group: ThreadID.Group {
        switch kind {
        case .cooperativePool: .cooperativePool
        case .main: .main
        case .eventLoop(let number): .eventLoop(number)
        case .dispatchShared, .dispatchSerial: .dispatch
        case .threadPool(let index): .threadPool(ThreadPoolID(index))
        case .ownThreads: .own
        }
    }
}
