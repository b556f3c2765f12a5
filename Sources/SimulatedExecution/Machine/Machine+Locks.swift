/// Locks, and conditions that give them back.
///
/// A lock that is released is free: the first that waits for it may try again, and somebody else may come before, as with
/// all mutexes of POSIX and Apple that are not made to be fair. Readers do not wait for writers that wait, as in glibc.
extension Machine {
    /// - Returns: whether the task has the lock now; else it waits.
    mutating func acquire(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) -> Bool {
        lockOrder.willAcquire(lock, task, resources)
        tasks[task].wantedLock = lock
        tasks[task].wantsShared = mode == .shared
        tasks[task].holdsThreadForLock = true
        if takeWantedLock(task) { return true }
        noteInversion(lock, task)
        return false
    }

    /// Tries to take the lock that the task needs to go on.
    /// - Returns: whether it has it now; else it waits.
    mutating func takeWantedLock(_ task: Int) -> Bool {
        let lock = tasks[task].wantedLock
        footprint.write(lock)
        let mode: Statement.LockMode = tasks[task].wantsShared ? .shared : .exclusive
        guard canTake(lock, mode, task) else {
            wait(task, in: lock, holdsThread: tasks[task].holdsThreadForLock)
            return false
        }
        tasks[task].wantedLock = -1
        take(lock, mode, task)
        return true
    }

    private mutating func canTake(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) -> Bool {
        let state = resources[lock]
        switch program.kinds[lock] {
        case .lock(isRecursive: true): return state.owner < 0 || state.owner == task
        case .readWriteLock: return state.owner < 0 && (mode == .shared || state.count == 0)
        default: return state.owner < 0
        }
    }

    private mutating func take(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) {
        if mode == .shared {
            resources[lock].count += 1
            readers.append((lock, task))
        } else if case .readWriteLock = program.kinds[lock] {
            resources[lock].owner = task
        } else {
            resources[lock].owner = task
            resources[lock].count += 1
        }
        record(.acquired(lock), task)
    }

    mutating func release(_ lock: Int, _ task: Int) {
        footprint.write(lock)
        if resources[lock].owner == task {
            if case .lock = program.kinds[lock] {
                resources[lock].count -= 1
                record(.released(lock), task)
                guard resources[lock].count == 0 else { return }
            } else {
                record(.released(lock), task)
            }
            resources[lock].owner = -1
        } else if let index = readers.firstIndex(where: { $0 == (lock, task) }) {
            readers.remove(at: index)
            resources[lock].count -= 1
            record(.released(lock), task)
        } else {
            return observer.note(.misuse(.releasedByOther), lock, task)
        }
        // Several readers may get a lock at once, and those that cannot will wait again.
        if case .readWriteLock = program.kinds[lock] {
            wakeAll(of: lock)
        } else {
            _ = wakeFirst(of: lock)
        }
    }

    // MARK: Conditions

    /// Gives the lock back and waits for a signal.
    mutating func wait(forCondition condition: Int, lock: Int, _ task: Int, timeout: Int, holdsThread: Bool) {
        footprint.write(condition)
        if resources[lock].owner == task {
            release(lock, task)
        } else {
            observer.note(.misuse(.waitedWithoutLock), condition, task)
        }
        tasks[task].wantedLock = lock
        tasks[task].wantsShared = false
        tasks[task].holdsThreadForLock = holdsThread
        wait(task, in: condition, holdsThread: holdsThread)
        armTimeout(timeout, task)
    }

    mutating func signal(condition: Int, lock: Int) {
        guard resources[condition].firstWaiter >= 0 else {
            resources[condition].version += 1
            return
        }
        takeBack(lock, popWaiter(of: condition))
    }

    /// Lets a task that waited for a condition try to take the lock again.
    mutating func takeBack(_ lock: Int, _ task: Int) {
        footprint.write(lock)
        tasks[task].timer = 0
        guard !canTake(lock, .exclusive, task) else { return wake(task) }
        appendWaiter(task, to: lock)
        tasks[task].wait = .resource(lock)
    }
}
