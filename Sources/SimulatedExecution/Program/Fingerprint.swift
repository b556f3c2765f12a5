/// A number that tells programs, or tests, apart, the same in every process, unlike the standard library's hashes.
struct Fingerprint {
    private var state: UInt64 = 0

    /// - Returns: 32 bits that depend on all that a run of the program depends on, and on all names.
    static func of(_ program: Program) -> UInt32 {
        var fingerprint = Fingerprint()
        fingerprint.add(program)
        return fingerprint.folded
    }

    /// - Returns: 32 bits that depend on the text of a name.
    static func of(name: String) -> UInt32 {
        var fingerprint = Fingerprint()
        fingerprint.add(name)
        return fingerprint.folded
    }

    private var folded: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }

    private mutating func add(_ number: Int) {
        state = mixed(state ^ UInt64(bitPattern: Int64(number)))
    }

    private mutating func add(_ text: String) {
        add(text.utf8.count)
        for byte in text.utf8 { add(Int(byte)) }
    }

    /// Adds a case and what belongs to it.
    private mutating func add(_ kind: Int, _ details: Int...) {
        add(kind)
        for detail in details { add(detail) }
    }

    // MARK: Tables

    private mutating func add(_ program: Program) {
        let scenario = program.scenario
        add(scenario.name)
        add(program.machine.poolWidth, program.machine.dispatch == .linux ? 0 : 1)
        for resource in scenario.resources {
            add(resource.name)
            add(resource.kind)
        }
        for pool in scenario.threadPools {
            add(pool.name)
            add(pool.threads, pool.queueLimit ?? -1)
        }
        for (root, entry) in zip(scenario.roots, program.rootEntries) {
            add(entry, root.copies, Int(root.time.nanosecondsInRange))
        }
        for entry in program.entries {
            add(entry.name)
            add(entry.place, entry.code.lowerBound, entry.code.upperBound)
        }
        for place in program.places { add(place.model) }
        for latency in program.latencies {
            add(Int(latency.nanoseconds), Int(truncatingIfNeeded: latency.spread.bitPattern))
        }
        for text in program.texts { add(text) }
        for target in program.branchTargets { add(target) }
        for instruction in program.code { add(instruction) }
    }

    private mutating func add(_ kind: Resource.Kind) {
        switch kind {
        case .lock(let isRecursive): add(0, isRecursive ? 1 : 0)
        case .readWriteLock: add(1)
        case .semaphore(let permits): add(2, permits)
        case .group: add(3)
        case .event(let isSet): add(4, isSet ? 1 : 0)
        case .condition(let lock): add(5, lock.index)
        case .cell(let value): add(6, value)
        case .channel(let capacity): add(7, capacity)
        case .actor(on: .cooperativePool): add(8)
        case .actor(on: .main): add(9)
        case .actor(on: .eventLoop(let number)): add(10, number)
        case .actor(on: .threadPool(let pool)): add(11, pool.index)
        case .dispatchQueue(let isConcurrent): add(12, isConcurrent ? 1 : 0)
        }
    }

    private mutating func add(_ model: ExecutorModel) {
        switch model {
        case .cooperativePool: add(0)
        case .main: add(1)
        case .eventLoop(let number): add(2, number)
        case .serial(let resource): add(3, resource.index)
        case .dispatchGlobal: add(4)
        case .threadPool(let pool): add(5, pool.index)
        case .ownThread: add(6)
        }
    }

    // MARK: Code

    private mutating func add(_ instruction: Instruction) {
        switch instruction {
        case .compute(let latency): add(0, latency)
        case .block(let latency, let what): add(1, latency, what)
        case .sleep(let latency): add(2, latency)
        case .yield: add(3)
        case .acquire(let lock, let mode): add(4, lock, mode == .shared ? 1 : 0)
        case .release(let lock): add(5, lock)
        case .wait(let resource, let timeout, let holdsThread): add(6, resource, timeout, holdsThread ? 1 : 0)
        case .send(let channel): add(7, channel)
        case .receive(let channel): add(8, channel)
        case .signal(let resource): add(9, resource)
        case .broadcast(let condition): add(10, condition)
        case .enter(let group): add(11, group)
        case .reset(let event): add(12, event)
        case .read(let cell, let memory): add(13, cell, memory)
        case .write(let cell, .set(let value), let memory): add(14, cell, value, memory)
        case .write(let cell, .add(let amount), let memory): add(15, cell, amount, memory)
        case .branch(let cell, let test, let memory, let otherwise):
            add(16, cell, memory, otherwise)
            add(test)
        case .forget(let memory): add(17, memory)
        case .expect(let cell, let test, let message):
            add(18, cell, message)
            add(test)
        case .hop(let place): add(19, place)
        case .enterQueue(let queue): add(20, queue)
        case .leaveQueue(let queue): add(21, queue)
        case .start(let entry, let handle): add(22, entry, handle)
        case .startChildren(let entries): add(23, entries.lowerBound, entries.upperBound)
        case .awaitChildren: add(24)
        case .awaitTask(let task, let holdsThread): add(25, task.levels, task.slot, holdsThread ? 1 : 0)
        case .cancel(let task): add(26, task.levels, task.slot)
        case .beginTimeout(let latency, let slot): add(27, latency, slot)
        case .endTimeout(let slot): add(28, slot)
        case .choose(let targets): add(29, targets.lowerBound, targets.upperBound)
        case .beginLoop(let slot, let times): add(30, slot, times)
        case .repeatLoop(let slot, let target, let polls): add(31, slot, target, polls ? 1 : 0)
        case .jump(let target): add(32, target)
        case .finish: add(33)
        }
    }

    private mutating func add(_ test: Statement.CellTest) {
        switch test {
        case .equals(let value): add(0, value)
        case .isNot(let value): add(1, value)
        case .isBelow(let value): add(2, value)
        case .isAbove(let value): add(3, value)
        }
    }
}
