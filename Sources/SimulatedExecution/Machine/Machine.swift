/// A simulated machine that runs one program again and again: a plain value without threads, clocks or randomness.
///
/// A run is a function of the program, the seed of the latencies and the answers of a scheduler. Storage is kept from
/// run to run, so that a run allocates nothing once the machine has its size, but for traces, the threads of pools and
/// what it reports.
///
/// What is called in every step is `mutating`, also where it only asks: for a call of what is not, the compiler copies
/// the machine, which costs more than most answers.
struct Machine: ~Copyable {
    let program: Program
    let limits: RunLimits
    /// The limit of virtual time, in nanoseconds.
    let lastTime: Int64
    private(set) var seed: UInt64 = 0

    var now: Int64 = 0
    var tasks = OwnedArray<TaskState>()
    var slots = OwnedArray<Int>()
    /// How many tasks each entry of the program has.
    var copies: OwnedArray<Int>
    var resources = OwnedArray<ResourceState>()
    /// Readers of locks: who reads which.
    var readers: [(resource: Int, task: Int)] = []
    var supplies = OwnedArray<ThreadSupply>()
    var pools: [VirtualThreadPool]
    var timers = TimerHeap()
    var cores: ProcessorSharing
    /// Times-out whose time has come: options, like tasks.
    var dueTimeouts = OwnedArray<TimerEvent>()

    /// The task that went on last and can go on.
    var current = -1
    /// Tasks with a thread that can go on, and time-outs as negative numbers.
    var runnable = OwnedArray<Int>()
    /// Tasks that poll, and for which something has changed since they looked.
    var spinners = OwnedArray<Int>()
    /// Tasks that poll in vain until something changes or time goes on.
    var idleSpinners = OwnedArray<Int>()

    var observer: RunObserver
    var lockOrder: LockOrder
    var recorder = TraceRecorder()
    var footprint = Footprint()

    private(set) var ending = RunEnding.finished
    private(set) var steps = 0
    var stepsAtThisTime = 0
    private(set) var choices = ChoiceLog()
    /// How often the cooperative pool stands in Dispatch's line.
    var poolThreadsAsked = 0
    /// Whether the option of this step was a task that got its thread for it.
    var hasBegun = false
    /// How many entries of each supply's line could begin in this step.
    private var startable = OwnedArray<Int>()
    /// Whether the options of Dispatch's threads and those of the pool have changed places, so that the first one is at
    /// the head of the line.
    private var isLineTurned = false
    /// The tasks of the options, if the scheduler wants to know them.
    private var options: [Int] = []

    init(_ program: Program, limits: RunLimits) {
        self.program = program
        self.limits = limits
        lastTime = limits.time.nanosecondsInRange
        copies = OwnedArray(program.entries.map { _ in 0 })
        for supply in program.supplies {
            supplies.append(ThreadSupply(width: supply.width))
            startable.append(0)
        }
        pools = program.scenario.threadPools.map { VirtualThreadPool($0) }
        cores = ProcessorSharing(cores: program.machine.poolWidth)
        observer = RunObserver(program, limits: limits)
        lockOrder = LockOrder(program)
    }

    // MARK: A run

    /// Runs the program once.
    mutating func run<S: StepScheduler>(_ scheduler: inout S, seed: UInt64, isTraced: Bool) {
        reset(seed: seed, isTraced: isTraced)
        startRoots()
        ending = runSteps(&scheduler)
        endObservation()
    }

    private mutating func runSteps<S: StepScheduler>(_ scheduler: inout S) -> RunEnding {
        while true {
            if !dueTimeouts.isEmpty { dropOutdatedTimeouts() }
            let count = countOptions()
            if count == 0 {
                if advanceTime() { continue }
                if now > lastTime { return .outOfTime }
                return idleSpinners.isEmpty ? endOfTime : .livelock
            }
            guard steps < limits.steps else { return .outOfSteps }
            if isLateAtThisTime {
                // Steps take some time, after all: let it come to what somebody else waits for.
                guard advanceTime() else { return now > lastTime ? .outOfTime : .livelock }
                continue
            }
            var index = 0
            if S.looksAtTasks { listOptions() }
            if count > 1 {
                let point = ChoicePoint(kind: .step, count: count, tasks: S.looksAtTasks ? options : [])
                guard let chosen = scheduler.choose(point), chosen >= 0, chosen < count else { return .abandoned }
                index = chosen
                choices.note(chosen)
            } else if S.looksAtTasks, !scheduler.allows(options[0]) {
                return .abandoned
            }
            steps += 1
            stepsAtThisTime += 1
            guard step(index, &scheduler) else { return .abandoned }
            if !idleSpinners.isEmpty, footprint.writes != 0 { wakeSpinners() }
        }
    }

    /// Lets an option go on until it waits, ends or comes to a scheduling point.
    /// - Returns: `false` if the scheduler gave up.
    private mutating func step<S: StepScheduler>(_ index: Int, _ scheduler: inout S) -> Bool {
        footprint = Footprint()
        let chosen = S.looksAtTasks ? options[index] : 0
        hasBegun = false
        let threads = S.looksAtTasks && chosen >= 0 ? threads(of: chosen) : (supply: 0, busy: 0)
        let task = take(index)
        guard task >= 0 else {
            expire(task)
            if S.looksAtTasks { scheduler.stepped(chosen, .everything) }
            return true
        }
        while case .choice(let targets) = execute(task) {
            footprint = .everything
            guard let branch = scheduler.choose(ChoicePoint(kind: .branch, count: targets.count, tasks: [])),
                branch >= 0, branch < targets.count
            else { return false }
            choices.note(branch)
            tasks[task].pc = program.branchTargets[targets.lowerBound + branch]
        }
        if S.looksAtTasks {
            noteThreads(since: threads)
            scheduler.stepped(chosen, footprint)
        }
        return true
    }

    private mutating func reset(seed: UInt64, isTraced: Bool) {
        self.seed = seed
        now = 0
        tasks.removeAll()
        slots.removeAll()
        for index in copies.indices { copies[index] = 0 }
        if !readers.isEmpty { readers.removeAll(keepingCapacity: true) }
        dueTimeouts.removeAll()
        runnable.removeAll()
        spinners.removeAll()
        idleSpinners.removeAll()
        current = -1
        poolThreadsAsked = 0
        steps = 0
        stepsAtThisTime = 0
        choices.reset()
        timers.reset()
        cores.reset()
        for index in supplies.indices { supplies[index].reset(width: program.supplies[index].width) }
        for index in pools.indices { pools[index].reset() }
        resetResources()
        observer.reset()
        lockOrder.reset()
        recorder.reset(isOn: isTraced)
    }

    /// Deadlock, if anybody is left.
    private var endOfTime: RunEnding {
        for task in tasks.indices where tasks[task].status != .finished { return .deadlock }
        return .finished
    }

    /// Whether there were so many steps at one time that somebody must be going round in circles.
    var isLateAtThisTime: Bool {
        mutating get {
            guard stepsAtThisTime >= limits.stepsAtOneTime else { return false }
            let (most, overflow) = limits.stepsAtOneTime.multipliedReportingOverflow(by: tasks.count)
            return !overflow && stepsAtThisTime >= most
        }
    }

    // MARK: Options

    /// Finds out how many next steps there are.
    private mutating func countOptions() -> Int {
        var count = runnable.count + spinners.count + (current >= 0 ? 1 : 0)
        for supply in supplies.indices {
            startable[supply] = startableCount(supply)
            count += startable[supply]
        }
        if program.poolBorrowsFromDispatch { isLineTurned = isHeadOfLineSecond }
        return count
    }

    /// The supply whose options come at a position.
    @inline(__always)
    private mutating func supply(at position: Int) -> Int {
        guard isLineTurned, let shared = program.sharedSupply, let pool = program.poolSupply else { return position }
        return position == shared ? pool : position == pool ? shared : position
    }

    private mutating func listOptions() {
        options.removeAll(keepingCapacity: true)
        if current >= 0 { options.append(current) }
        for index in runnable.indices { options.append(runnable[index]) }
        for position in supplies.indices {
            let supply = supply(at: position)
            for index in 0..<startable[supply] { options.append(startableTask(supply, index)) }
        }
        for index in spinners.indices { options.append(spinners[index]) }
    }

    /// Takes an option out of its list; a task has a thread then.
    private mutating func take(_ option: Int) -> Int {
        if current >= 0 {
            defer { current = -1 }
            if option == 0 { return current }
            // It is passed over, and waits in line with the others.
            runnable.insert(current, at: 0)
        }
        var index = option
        if index < runnable.count { return runnable.remove(at: index) }
        index -= runnable.count
        for position in supplies.indices {
            let supply = supply(at: position)
            if index < startable[supply] { return begin(supply, index) }
            index -= startable[supply]
        }
        return spinners.remove(at: index)
    }
}
