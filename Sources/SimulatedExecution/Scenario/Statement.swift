/// One thing that a task of a scenario does.
public indirect enum Statement: Sendable, Hashable {
    // MARK: Time

    /// Computes: needs the thread and a core. With more tasks that compute than cores, each gets an even share.
    case compute(Latency)
    /// Blocks for a time: holds the thread, needs no core.
    /// - what: the call, as the source spells it, for traces.
    case block(Latency, what: String)
    /// Suspends for a time: `Task.sleep`, an awaited call that is not modelled further.
    case sleep(Latency)
    /// Suspends and is ready again at once: `Task.yield`.
    case yield

    // MARK: Waiting that holds the thread

    /// Takes a lock, for reading or writing; holds the thread until it is free. Who waits has no right to be the next:
    /// somebody who comes when the lock is free may take it first.
    case acquire(ResourceID, mode: LockMode = .exclusive)
    /// Gives a lock back.
    case release(ResourceID)
    /// Waits for a semaphore's permit, a group, an event, a condition or a task's end, and holds the thread.
    /// - timeout: how long at most; `nil` for ever. A wait that times out goes on with the next statement.
    case wait(ResourceID, timeout: Latency? = nil)
    /// Waits for a task that this one has started, and holds the thread: `future.wait()`, a thread's join.
    case waitForTask(TaskHandle)

    // MARK: Waiting that suspends

    /// As ``wait(_:timeout:)``, but the thread is free meanwhile: `await semaphore.wait()`, `await future.value`.
    case suspend(on: ResourceID, timeout: Latency? = nil)
    /// Awaits a task's end.
    case awaitTask(TaskHandle)
    /// Puts an element into a channel; suspends while it is full. With a capacity of 0, until it is taken.
    case send(ResourceID)
    /// Takes an element from a channel; suspends while it is empty.
    case receive(ResourceID)

    // MARK: Telling others

    /// A permit for a semaphore, one `leave` for a group, set for an event, a wake-up for a condition's first waiter.
    case signal(ResourceID)
    /// Wakes all waiters of a condition.
    case broadcast(ResourceID)
    /// Counts a group up.
    case enter(ResourceID)
    /// Clears an event.
    case reset(ResourceID)

    // MARK: State

    /// Remembers a cell's value until the next ``write(_:_:)`` of the same task: `add` then changes the remembered value,
    /// as `let seen = count; …; count = seen + 1` does.
    case read(ResourceID)
    /// Changes a cell. When the task has read it before, or writes inside an ``ifCell(_:_:then:otherwise:)`` that has
    /// tested it, and somebody else has written it since, an update is lost, which is reported once for each cell.
    case write(ResourceID, CellChange)
    /// Reads a cell's value as it is now, and decides by it.
    case ifCell(ResourceID, CellTest, then: [Statement], otherwise: [Statement] = [])
    /// Repeats while a cell passes a test, at most `bound` times. A turn that neither waits nor changes anything polls: the
    /// next one comes when somebody has changed something or time has gone on.
    case whileCell(ResourceID, CellTest, bound: Int, [Statement])
    /// A run in which the test fails here is a failure with this message.
    case expect(ResourceID, CellTest, message: String)

    // MARK: Other places

    /// Runs statements on another executor and goes on when they are done. A task that suspends moves there itself, unless
    /// it is there already. A task that holds its thread starts a job and waits for it; `sync` to a queue of Dispatch
    /// runs the statements on the caller's own thread, when it is the queue's turn.
    /// - style: whether this task suspends or holds its thread meanwhile.
    case run(on: ExecutorModel, style: HopStyle, [Statement], label: String)
    /// Starts a task and goes on at once.
    case start(TaskHandle?, on: ExecutorModel, [Statement], label: String)
    /// Starts all of them as child tasks and awaits them. They run on the cooperative pool, or on the event loop or thread
    /// pool of this task, and never on its actor.
    case taskGroup([[Statement]])
    /// Cancels a task that this one has started, and its child tasks. Their suspended waits and sleeps end at once, those
    /// to come too, and they go on with the next statement. Blocking waits, waits for tasks, and jobs in the queue of a
    /// thread pool do not end.
    case cancel(TaskHandle)
    /// Runs statements, and cancels them after a time as ``cancel(_:)`` does, until they are left.
    case withTimeout(Latency, [Statement])

    // MARK: Control

    /// One of several ways; which one is explored as a choice of the schedule.
    case choose([[Statement]])
    case loop(times: Int, [Statement])
    /// Leaves the innermost ``loop(times:_:)`` or ``whileCell(_:_:bound:_:)``.
    case exitLoop
    /// Ends the task.
    case finish

    /// How a lock is taken.
    public enum LockMode: Sendable, Hashable { case shared, exclusive }

    /// What the caller of other code does meanwhile.
    public enum HopStyle: Sendable, Hashable {
        /// `await`: the thread is free.
        case suspending
        /// `DispatchQueue.sync`: the thread is held.
        case blocking
    }

    /// What becomes of a cell's value.
    public enum CellChange: Sendable, Hashable { case set(Int), add(Int) }

    /// A question about a cell's value.
    public enum CellTest: Sendable, Hashable { case equals(Int), isNot(Int), isBelow(Int), isAbove(Int) }
}
