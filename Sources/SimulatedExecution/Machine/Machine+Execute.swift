/// What the instructions do.
extension Machine {
    /// Why a task stopped.
    enum Stop {
        /// It waits, has ended, or came to a scheduling point.
        case step
        /// It wants to know which way to go on.
        case choice(Range<Int>)
    }

    /// Runs a task until it stops.
    ///
    /// It stops at every scheduling point, also if nobody else can go on, so that what a step does never depends on
    /// others: sleep sets need that.
    mutating func execute(_ task: Int) -> Stop {
        var isFirst = true
        if tasks[task].wantedLock >= 0 {
            guard takeWantedLock(task) else { return .step }
            isFirst = false
        }
        while true {
            let pc = tasks[task].pc
            if !isFirst, program.isSchedulingPoint[pc] {
                current = task
                return .step
            }
            isFirst = false
            tasks[task].pc = pc + 1
            let goesOn: Bool
            switch program.code[pc] {
            case .choose(let targets): return .choice(targets)
            case .beginLoop, .repeatLoop, .jump, .branch, .forget, .expect: goesOn = control(program.code[pc], task)
            case .acquire, .release, .wait, .send, .receive, .signal, .broadcast, .enter, .reset, .read, .write:
                goesOn = use(program.code[pc], task)
            case .compute, .block, .sleep, .yield, .beginTimeout, .endTimeout:
                goesOn = pass(program.code[pc], task)
            case .hop, .enterQueue, .leaveQueue, .start, .startChildren, .awaitChildren, .awaitTask, .cancel, .finish:
                goesOn = coordinate(program.code[pc], task)
            }
            if !goesOn { return .step }
        }
    }

    /// Where the task goes on.
    private mutating func control(_ instruction: Instruction, _ task: Int) -> Bool {
        let base = tasks[task].slots
        switch instruction {
        case .beginLoop(let slot, let times):
            slots[base + slot] = times
            // The jump behind it leaves the loop.
            if times > 0 { tasks[task].pc += 1 }
        case .repeatLoop(let slot, let target, let polls):
            slots[base + slot] -= 1
            guard slots[base + slot] > 0 else { return true }
            tasks[task].pc = target
            stepsAtThisTime += 1
            if polls, !tasks[task].hasWaited {
                spin(task)
                return false
            }
            tasks[task].hasWaited = false
            if isLateAtThisTime {
                current = task
                return false
            }
        case .jump(let target): tasks[task].pc = target
        case .branch(let cell, let test, let memory, let otherwise):
            if !self.test(cell, test, task, memory: memory) { tasks[task].pc = otherwise }
        case .forget(let memory): forget(task, memory: memory)
        case .expect(let cell, let test, let message):
            footprint.read(cell)
            if !passes(test, cell) { observer.note(.expectation, message, task) }
        default: break
        }
        return true
    }

    /// Lets a task poll again when it has changed something itself, somebody else has, or time has gone on.
    private mutating func spin(_ task: Int) {
        if footprint.writes == 0 { idleSpinners.append(task) } else { spinners.append(task) }
    }

    mutating func wakeSpinners() {
        idleSpinners.move(to: &spinners)
    }

    /// What the task does with resources.
    private mutating func use(_ instruction: Instruction, _ task: Int) -> Bool {
        switch instruction {
        case .acquire(let lock, let mode): return acquire(lock, mode, task)
        case .release(let lock): release(lock, task)
        case .wait(let resource, let timeout, let holdsThread):
            return wait(for: resource, task, timeout: timeout, holdsThread: holdsThread)
        case .send(let channel): return send(channel, task)
        case .receive(let channel): return receive(channel, task)
        case .signal(let resource): signal(resource, task)
        case .broadcast(let condition): broadcast(condition, task)
        case .enter(let group):
            footprint.write(group)
            resources[group].count += 1
        case .reset(let event):
            footprint.write(event)
            resources[event].count = 0
        case .read(let cell, let memory): read(cell, task, memory: memory)
        case .write(let cell, let change, let memory): write(cell, change, task, memory: memory)
        default: break
        }
        return true
    }

    /// How the task lets time pass.
    private mutating func pass(_ instruction: Instruction, _ task: Int) -> Bool {
        switch instruction {
        case .compute(let latency):
            let time = draw(latency, task)
            guard time > 0 else { return true }
            supplies[program.places[tasks[task].place].supply].computing += 1
            cores.start(task, nanoseconds: time, now: now)
            tasks[task].status = .waiting
            tasks[task].wait = .time(what: Self.computing)
        case .block(let latency, let what):
            let time = draw(latency, task)
            guard time > 0 else { return true }
            wait(task, for: .time(what: what), holdsThread: true)
            armTimer(time, task)
        case .sleep(let latency):
            let time = draw(latency, task)
            if isCancelled(task) { return true }
            guard time > 0 else { return yield(task) }
            wait(task, for: .time(what: -1), holdsThread: false)
            armTimer(time, task)
        case .yield: return yield(task)
        case .beginTimeout(let latency, let slot):
            beginTimeout(draw(latency, task), task, slot: slot)
            return true
        case .endTimeout(let slot):
            endTimeout(task, slot: slot)
            return true
        default: return true
        }
        return false
    }

    /// The text of a wait that computes.
    static var computing: Int { -2 }

    private mutating func yield(_ task: Int) -> Bool {
        move(task, to: tasks[task].place)
        return false
    }

    /// Leaves the thread and stands in line for one of a place.
    private mutating func move(_ task: Int, to place: Int) {
        tasks[task].wait = .place(place)
        tasks[task].hasWaited = true
        record(.left, task)
        giveUpThread(task)
        tasks[task].place = place
        enqueue(task)
    }

    /// What the task does with places and other tasks.
    private mutating func coordinate(_ instruction: Instruction, _ task: Int) -> Bool {
        switch instruction {
        case .hop(let place):
            move(task, to: place)
            return false
        case .enterQueue(let queue):
            if enter(queue, task) { return true }
            wait(task, for: .resource(queue), holdsThread: true)
            return false
        case .leaveQueue(let queue): leave(queue)
        case .start(let entry, let handle): start(entry, by: task, handle: handle)
        case .startChildren(let entries): startChildren(entries, of: task)
        case .awaitChildren:
            guard tasks[task].children > 0 else { return true }
            wait(task, for: .children, holdsThread: false)
            return false
        case .awaitTask(let reference, let holdsThread):
            guard let awaited = self.task(reference, from: task) else { return true }
            return wait(forTask: awaited, task, holdsThread: holdsThread)
        case .cancel(let reference): if let victim = self.task(reference, from: task) { cancel(victim) }
        case .finish:
            finish(task)
            return false
        default: break
        }
        return true
    }
}
