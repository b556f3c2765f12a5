import ExecutorFutures

/// The timers of a run.
struct TimerHeap {
    private var heap = DeadlineHeap<TimerEvent>()
    private(set) var lastNumber: UInt64 = 0

    mutating func reset() {
        heap.reset()
        lastNumber = 0
    }

    mutating func newNumber() -> UInt64 {
        lastNumber += 1
        return lastNumber
    }

    mutating func add(_ event: TimerEvent, at time: Int64) { heap.add(event, deadline: time) }

    var firstTime: Int64? { heap.first?.deadline }
    var first: TimerEvent? { heap.first?.element }

    mutating func removeFirst() -> TimerEvent { heap.removeFirst() }
}

/// Virtual time: it goes on when nothing can happen at the present.
extension Machine {
    // MARK: Arming

    mutating func draw(_ latency: Int, _ task: Int) -> Int64 {
        let compiled = program.latencies[latency]
        guard compiled.spread > 0 else { return compiled.nanoseconds }
        tasks[task].draws += 1
        return compiled.draw(mixed(tasks[task].identity ^ mixed(seed)) &+ tasks[task].draws &* 3)
    }

    /// Wakes the task after a time.
    mutating func armTimer(_ nanoseconds: Int64, _ task: Int) {
        let number = timers.newNumber()
        tasks[task].timer = number
        timers.add(.wake(task, timer: number), at: now + nanoseconds)
    }

    mutating func armTimeout(_ latency: Int, _ task: Int) {
        if latency >= 0 { armTimer(draw(latency, task), task) }
    }

    mutating func beginTimeout(_ nanoseconds: Int64, _ task: Int, slot: Int) {
        let number = timers.newNumber()
        slots[tasks[task].slots + slot] = Int(number)
        timers.add(.expire(task, slot: slot, timer: number), at: now + nanoseconds)
    }

    mutating func endTimeout(_ task: Int, slot: Int) {
        let index = tasks[task].slots + slot
        if slots[index] < 0 { tasks[task].firedTimeouts -= 1 }
        slots[index] = 0
    }

    // MARK: Going on

    /// Goes on to the next time at which something happens.
    /// - Returns: `false` if nothing will ever happen.
    mutating func advanceTime() -> Bool {
        while let first = timers.first, isOutdated(first) { _ = timers.removeFirst() }
        var next = timers.firstTime ?? .max
        if let completion = cores.nextCompletion { next = min(next, completion) }
        if let tick = nextDispatchTick { next = min(next, tick) }
        guard next < .max else { return false }
        let isOver = next > lastTime
        probeStalls(until: next)
        now = next
        stepsAtThisTime = 0
        guard !isOver else { return false }
        wakeSpinners()
        dispatchTick()
        while let task = cores.popCompleted(at: now) {
            supplies[program.places[tasks[task].place].supply].computing -= 1
            goOn(task)
        }
        while let time = timers.firstTime, time <= now {
            let event = timers.removeFirst()
            if !isOutdated(event) { fire(event) }
        }
        return true
    }

    private mutating func isOutdated(_ event: TimerEvent) -> Bool {
        switch event {
        case .start: false
        case .wake(let task, let timer): tasks[task].timer != timer
        case .expire(let task, let slot, let timer): slots[tasks[task].slots + slot] != Int(timer)
        }
    }

    private mutating func fire(_ event: TimerEvent) {
        switch event {
        case .start(let task): enqueue(task)
        case .wake(let task, _):
            if case .time = tasks[task].wait { return wake(task) }
            addDueTimeout(event)
        case .expire: addDueTimeout(event)
        }
    }

    // MARK: Time-outs

    /// Makes a time-out an option: what it competes with may happen at the same time.
    private mutating func addDueTimeout(_ event: TimerEvent) {
        dueTimeouts.append(event)
        runnable.append(-dueTimeouts.count)
    }

    /// Takes those out whose waits have ended in the meantime.
    mutating func dropOutdatedTimeouts() {
        var areLeft = false
        for index in runnable.indices.reversed() where runnable[index] < 0 {
            if isOutdated(dueTimeouts[-runnable[index] - 1]) { _ = runnable.remove(at: index) } else { areLeft = true }
        }
        if !areLeft { dueTimeouts.removeAll() }
    }

    mutating func expire(_ option: Int) {
        switch dueTimeouts[-option - 1] {
        case .start: break
        case .wake(let task, _):
            record(.timedOut, task)
            _ = giveUpWait(task)
        case .expire(let task, let slot, _):
            slots[tasks[task].slots + slot] = -1
            tasks[task].firedTimeouts += 1
            record(.timedOut, task)
            endWaits(ofCancelled: task)
        }
    }
}
