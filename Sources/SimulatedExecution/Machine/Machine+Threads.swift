/// Who gets a thread, and who gives one back.
extension Machine {
    // MARK: Getting ready

    /// Puts a task in the line for its place.
    mutating func enqueue(_ task: Int) {
        let place = program.places[tasks[task].place]
        tasks[task].status = .ready
        tasks[task].wait = .place(tasks[task].place)
        tasks[task].readySince = now
        record(.ready, task)
        if place.serial >= 0 {
            join(place.serial, task)
        } else {
            offer(.task(task), to: place.supply)
        }
    }

    /// Puts an entry in the line for the threads of a supply.
    mutating func offer(_ entry: Ready, to supply: Int) {
        let kind = program.supplies[supply].kind
        switch kind {
        case .threadPool(let pool):
            footprint.write(thing(supply: supply))
            submit(entry, to: pool, supply)
        case .dispatchShared:
            footprint.write(thing(supply: supply))
            supplies[supply].ready.append(entry)
        case .cooperativePool:
            supplies[supply].ready.append(entry)
            if program.poolBorrowsFromDispatch { askForPoolThread(supply) }
        default: supplies[supply].ready.append(entry)
        }
    }

    // MARK: Options

    /// How many entries of the line could begin now.
    mutating func startableCount(_ supply: Int) -> Int {
        let waiting = supplies[supply].ready.count
        guard waiting > 0 else { return 0 }
        let free = supplies[supply].width - supplies[supply].busy
        guard free > 0 else { return 0 }
        return program.sharedSupply == nil ? waiting : startableBesideDispatch(supply, free)
    }

    /// The task of an entry that could begin.
    mutating func startableTask(_ supply: Int, _ index: Int) -> Int {
        let isShared = program.supplies[supply].kind == .dispatchShared
        switch supplies[supply].ready[isShared ? dispatchPosition(supply, job: index) : index] {
        case .task(let task): return task
        case .serial(let serial): return resources[serial].firstWaiter
        case .poolThread: return -1
        }
    }

    /// Gives an entry a thread.
    /// - Returns: the task that runs on it.
    mutating func begin(_ supply: Int, _ index: Int) -> Int {
        hasBegun = true
        let kind = program.supplies[supply].kind
        let position = kind == .dispatchShared ? dispatchPosition(supply, job: index) : index
        let entry = supplies[supply].ready.remove(at: position)
        if kind == .cooperativePool, program.poolBorrowsFromDispatch { borrowPoolThread() }
        let thread = supplies[supply].take()
        switch entry {
        case .task(let task):
            begin(task, on: thread)
            return task
        case .serial(let serial):
            resources[serial].isQueued = false
            return beginNext(of: serial, on: thread)
        case .poolThread: return -1
        }
    }

    /// Lets a task run on a thread that is its own now.
    mutating func begin(_ task: Int, on thread: Int) {
        let supply = program.places[tasks[task].place].supply
        tasks[task].status = .running
        tasks[task].wait = .nothing
        tasks[task].thread = thread
        observer.taskBegan(task, readySince: tasks[task].readySince, now: now, supply: supply)
        record(.began, task)
    }

    // MARK: Giving back

    /// Takes the task's thread away, for others.
    mutating func giveUpThread(_ task: Int) {
        let place = program.places[tasks[task].place]
        let thread = tasks[task].thread
        tasks[task].thread = -1
        if place.serial >= 0 {
            leave(place.serial, thread: thread)
        } else {
            free(thread, of: place.supply)
        }
    }

    /// Gives a thread back that nobody uses.
    mutating func free(_ thread: Int, of supply: Int) {
        supplies[supply].free(thread)
        let kind = program.supplies[supply].kind
        switch kind {
        case .threadPool(let pool):
            footprint.write(thing(supply: supply))
            finishJob(of: pool, supply)
        case .cooperativePool where program.poolBorrowsFromDispatch: returnPoolThread(supply)
        default: break
        }
    }

    // MARK: Footprints

    /// A number for a supply, beside those of the resources.
    mutating func thing(supply: Int) -> Int { resources.count + supply }

    /// The supply of a task's threads, and how many of them are busy.
    mutating func threads(of task: Int) -> (supply: Int, busy: Int) {
        let supply = program.places[tasks[task].place].supply
        return (supply, supplies[supply].busy)
    }

    /// Marks what the step that ended did with the threads of its supply: one more or less is seen by all that wait for
    /// one; one that was taken and given back mattered only in that it was there.
    mutating func noteThreads(since before: (supply: Int, busy: Int)) {
        let supply = before.supply
        if program.poolBorrowsFromDispatch, let shared = program.sharedSupply {
            footprint.write(thing(supply: shared))
        }
        guard program.supplies[supply].isContended else { return }
        if supplies[supply].busy != before.busy {
            footprint.write(thing(supply: supply))
        } else if hasBegun {
            footprint.read(thing(supply: supply))
        }
    }
}
