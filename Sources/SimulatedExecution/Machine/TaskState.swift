/// A task of a run.
struct TaskState {
    enum Status: UInt8 {
        /// Its time has not come.
        case notStarted
        /// Waits for a thread, or for its turn on an actor.
        case ready
        /// Has a thread and can go on.
        case running
        /// Waits, with or without a thread; `wait` says for what.
        case waiting
        case finished
    }

    enum Wait {
        case nothing
        /// - what: the blocking call, or -1.
        case time(what: Int)
        case resource(Int)
        case task(Int)
        case children
        case place(Int)
    }

    let entry: Int
    /// Its number among those with the same code, from 0.
    let copy: Int
    /// Who started it; -1 for nobody.
    let parent: Int
    /// Whether its parent awaits it as a child.
    let isChild: Bool
    /// Its first slot among those of all tasks.
    let slots: Int
    /// The same in all schedules, unlike its number: made of those of its parents.
    let identity: UInt64

    var pc: Int
    var place: Int
    var status = Status.notStarted
    var wait = Wait.nothing
    /// The number of its thread in its supply; -1 for none.
    var thread = -1
    /// Who comes after it in the line that it stands in.
    var next = -1
    var firstAwaiter = -1
    /// Children that have not finished.
    var children = 0
    var startedTasks: UInt64 = 0
    var draws: UInt64 = 0
    /// The number of its last timer; others are out of date.
    var timer: UInt64 = 0
    /// The lock that it has to take before it goes on; -1 for none.
    var wantedLock = -1
    var wantsShared = false
    /// Whether it holds its thread while it waits for that lock.
    var holdsThreadForLock = true
    /// It has waited since its innermost polling loop began its turn.
    var hasWaited = false
    /// Somebody has cancelled it.
    var isCancelled = false
    /// How many of the time-outs around its code have fired.
    var firedTimeouts = 0
    var readySince: Int64 = 0

    init(entry: Int, copy: Int, parent: Int, isChild: Bool, slots: Int, identity: UInt64, pc: Int, place: Int) {
        self.entry = entry
        self.copy = copy
        self.parent = parent
        self.isChild = isChild
        self.slots = slots
        self.identity = identity
        self.pc = pc
        self.place = place
    }
}

/// A resource of a run. What `count` means depends on its kind.
struct ResourceState {
    /// Permits of a semaphore, readers of a lock, depth of a recursive one, members of a group, 1 for an event that is
    /// set, elements of a channel, the value of a cell.
    var count = 0
    /// Who holds the lock, or whose turn it is on the actor; -1 for nobody.
    var owner = -1
    var firstWaiter = -1
    var lastWaiter = -1
    /// Writes to a cell; signals of a condition that found nobody.
    var version = 0
    /// Of a channel: those who wait want to send.
    var waitersSend = false
    /// Of an actor or queue: it stands in the line for a thread.
    var isQueued = false
}

/// What a timer does.
enum TimerEvent {
    /// Starts a task.
    case start(Int)
    /// Ends a wait for time, or the waiting of a wait with a time-out.
    case wake(Int, timer: UInt64)
    /// Cancels what a task does in a `withTimeout`.
    case expire(Int, slot: Int, timer: UInt64)
}
