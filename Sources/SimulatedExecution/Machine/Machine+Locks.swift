/// Locks, and conditions that give them back.
///
/// A lock that is released goes to the first that waits for it. Readers do not wait for writers that wait, as in glibc
/// and in Apple's `pthread_rwlock_t`.
extension Machine {
    /// - Returns: whether the task has the lock now; else it waits.
    mutating func acquire(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) -> Bool {
        footprint.write(lock)
        lockOrder.willAcquire(lock, task, resources)
        guard canTake(lock, mode, task) else {
            tasks[task].wantsShared = mode == .shared
            noteInversion(lock, task)
            wait(task, in: lock, holdsThread: true)
            return false
        }
        take(lock, mode, task)
        return true
    }

    private func canTake(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) -> Bool {
        let state = resources[lock]
        switch program.scenario.resources[lock].kind {
        case .lock(isRecursive: true): return state.owner < 0 || state.owner == task
        case .readWriteLock: return state.owner < 0 && (mode == .shared || state.count == 0)
        default: return state.owner < 0
        }
    }

    private mutating func take(_ lock: Int, _ mode: Statement.LockMode, _ task: Int) {
        if mode == .shared {
            resources[lock].count += 1
            readers.append((lock, task))
        } else if case .readWriteLock = program.scenario.resources[lock].kind {
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
            if case .lock = program.scenario.resources[lock].kind {
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
        handOver(lock)
    }

    private mutating func handOver(_ lock: Int) {
        while resources[lock].firstWaiter >= 0 {
            let next = resources[lock].firstWaiter
            let mode: Statement.LockMode = tasks[next].wantsShared ? .shared : .exclusive
            guard canTake(lock, mode, next) else { return }
            _ = popWaiter(of: lock)
            take(lock, mode, next)
            wake(next)
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

    /// Lets a task that waited for a condition go on as soon as it has the lock again.
    mutating func takeBack(_ lock: Int, _ task: Int) {
        footprint.write(lock)
        tasks[task].wantsShared = false
        tasks[task].timer = 0
        if canTake(lock, .exclusive, task) {
            take(lock, .exclusive, task)
            wake(task)
        } else {
            appendWaiter(task, to: lock)
            tasks[task].wait = .resource(lock)
        }
    }
}
