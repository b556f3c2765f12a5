/// Dispatch's shared threads, as they were measured on Linux.
///
/// The global queues and all concurrent private ones take their jobs, first in, first out, to one set of threads: one
/// per core, and one more at each whole second at which jobs wait and none of the threads computes (or fewer than there
/// are cores, up to twice as many threads). The threads that were added stay. The cooperative pool is a client of the
/// same set: for each of its tasks it stands in that line, at most as often as it is wide; a pool of one thread is a
/// serial queue, which keeps its thread as long as it has tasks.
///
/// Jobs and the pool's tasks have come from several queues into that line, so which of the two begins first is a choice;
/// the first option is the one that has waited for longer.
extension Machine {
    private var sharedThreads: Int { mutating get { program.sharedSupply ?? 0 } }
    private var poolThreads: Int { mutating get { program.poolSupply ?? 0 } }

    // MARK: The line

    /// How many entries of the line of any supply could begin now, if `free` threads are free.
    @inline(never)
    mutating func startableBesideDispatch(_ supply: Int, _ free: Int) -> Int {
        switch program.supplies[supply].kind {
        case .dispatchShared: startableDispatchJobs(supply, free).jobs
        case .cooperativePool where program.poolBorrowsFromDispatch: canPoolBegin ? supplies[supply].ready.count : 0
        default: supplies[supply].ready.count
        }
    }

    /// How many entries of the line of either kind could begin now, if `free` threads are free.
    private mutating func startableDispatchJobs(_ supply: Int, _ free: Int) -> (jobs: Int, poolThreads: Int) {
        guard free > 0 else { return (0, 0) }
        let waiting = kindsOfLine(supply, first: supplies[supply].ready.count)
        return (min(waiting.jobs, free), min(waiting.poolThreads, free))
    }

    /// How many of the first entries of the line are jobs of queues, and how many are the pool's.
    private mutating func kindsOfLine(_ supply: Int, first: Int) -> (jobs: Int, poolThreads: Int) {
        var count = (jobs: 0, poolThreads: 0)
        for index in 0..<first {
            if case .poolThread = supplies[supply].ready[index] {
                count.poolThreads += 1
            } else {
                count.jobs += 1
            }
        }
        return count
    }

    /// Whether of the two supplies that share the line the second one alone is among those that would get the free
    /// threads, first in, first out.
    var isHeadOfLineSecond: Bool {
        mutating get {
            let shared = sharedThreads
            let free = supplies[shared].width - supplies[shared].busy
            guard free > 0 else { return false }
            let head = kindsOfLine(shared, first: min(free, supplies[shared].ready.count))
            return shared < poolThreads
                ? head.jobs == 0 && head.poolThreads > 0 : head.poolThreads == 0 && head.jobs > 0
        }
    }

    /// Where the job stands that is number `job` among those of queues.
    mutating func dispatchPosition(_ supply: Int, job: Int) -> Int {
        var left = job
        for index in 0..<supplies[supply].ready.count {
            if case .poolThread = supplies[supply].ready[index] { continue }
            if left == 0 { return index }
            left -= 1
        }
        return 0
    }

    // MARK: The cooperative pool

    var canPoolBegin: Bool {
        mutating get {
            let shared = sharedThreads
            return startableDispatchJobs(shared, supplies[shared].width - supplies[shared].busy).poolThreads > 0
        }
    }

    /// Lets the pool stand in the line once more, if it has a task for it.
    mutating func askForPoolThread(_ pool: Int, isNext: Bool = false) {
        guard poolThreadsAsked < supplies[pool].ready.count,
            supplies[pool].busy + poolThreadsAsked < supplies[pool].width
        else { return }
        poolThreadsAsked += 1
        if isNext {
            supplies[sharedThreads].ready.putFirst(.poolThread)
        } else {
            supplies[sharedThreads].ready.append(.poolThread)
        }
    }

    /// Takes the thread that the pool has stood in line for.
    @inline(never)
    mutating func borrowPoolThread() {
        let shared = sharedThreads
        for index in 0..<supplies[shared].ready.count {
            guard case .poolThread = supplies[shared].ready[index] else { continue }
            _ = supplies[shared].ready.remove(at: index)
            break
        }
        poolThreadsAsked -= 1
        supplies[shared].busy += 1
    }

    mutating func returnPoolThread(_ pool: Int) {
        supplies[sharedThreads].busy -= 1
        askForPoolThread(pool, isNext: program.supplies[pool].width == 1)
    }

    // MARK: More threads

    /// The next whole second, if jobs wait then.
    var nextDispatchTick: Int64? {
        mutating get {
            guard let shared = program.sharedSupply, program.machine.dispatch == .linux,
                !supplies[shared].ready.isEmpty, supplies[shared].width < Self.mostSharedThreads
            else { return nil }
            return (now / Self.second + 1) * Self.second
        }
    }

    /// Adds a thread if the threads block.
    mutating func dispatchTick() {
        let shared = sharedThreads
        guard now % Self.second == 0, nextDispatchTick != nil else { return }
        let computing = supplies[shared].computing + supplies[poolThreads].computing
        let cores = program.supplies[shared].width
        if computing == 0 || (computing < cores && supplies[shared].width < 2 * cores) { supplies[shared].width += 1 }
    }

    private static var second: Int64 { 1_000_000_000 }
    /// `DISPATCH_WORKQ_MAX_PTHREAD_COUNT` of libdispatch.
    private static var mostSharedThreads: Int { 255 }
}
