/// Semaphores, groups, events and channels.
extension Machine {
    /// Waits for a semaphore, group, event or condition.
    /// - Returns: whether the task need not wait.
    mutating func wait(for resource: Int, _ task: Int, timeout: Int, holdsThread: Bool) -> Bool {
        footprint.write(resource)
        switch program.kinds[resource] {
        case .semaphore:
            if resources[resource].count > 0 {
                resources[resource].count -= 1
                record(.acquired(resource), task)
                return true
            }
        case .group where resources[resource].count == 0: return true
        case .event where resources[resource].count == 1: return true
        case .condition(let lock):
            let isOver = !holdsThread && isCancelled(task)
            if isOver { return true }
            wait(forCondition: resource, lock: lock.index, task, timeout: timeout, holdsThread: holdsThread)
            return false
        default: break
        }
        if !holdsThread, isCancelled(task) { return true }
        wait(task, in: resource, holdsThread: holdsThread)
        armTimeout(timeout, task)
        return false
    }

    mutating func signal(_ resource: Int, _ task: Int) {
        footprint.write(resource)
        record(.signalled(resource), task)
        switch program.kinds[resource] {
        case .semaphore: if !wakeFirst(of: resource) { resources[resource].count += 1 }
        case .group:
            guard resources[resource].count > 0 else { return observer.note(.misuse(.leftTooOften), resource, task) }
            resources[resource].count -= 1
            if resources[resource].count == 0 { wakeAll(of: resource) }
        case .event:
            resources[resource].count = 1
            wakeAll(of: resource)
        case .condition(let lock): signal(condition: resource, lock: lock.index)
        default: break
        }
    }

    mutating func broadcast(_ condition: Int, _ task: Int) {
        footprint.write(condition)
        record(.signalled(condition), task)
        guard case .condition(let lock) = program.kinds[condition] else { return }
        repeat { signal(condition: condition, lock: lock.index) } while resources[condition].firstWaiter >= 0
    }

    // MARK: Channels

    /// - Returns: whether the task need not wait.
    mutating func send(_ channel: Int, _ task: Int) -> Bool {
        footprint.write(channel)
        record(.signalled(channel), task)
        guard case .channel(let capacity) = program.kinds[channel] else { return true }
        if !resources[channel].waitersSend, wakeFirst(of: channel) { return true }
        if resources[channel].count < capacity {
            resources[channel].count += 1
            return true
        }
        return wait(in: channel, task, sends: true)
    }

    /// - Returns: whether the task need not wait.
    mutating func receive(_ channel: Int, _ task: Int) -> Bool {
        footprint.write(channel)
        let senderWaits = resources[channel].waitersSend && resources[channel].firstWaiter >= 0
        if resources[channel].count > 0 {
            if senderWaits { _ = wakeFirst(of: channel) } else { resources[channel].count -= 1 }
        } else if senderWaits {
            _ = wakeFirst(of: channel)
        } else {
            return wait(in: channel, task, sends: false)
        }
        record(.acquired(channel), task)
        return true
    }

    private mutating func wait(in channel: Int, _ task: Int, sends: Bool) -> Bool {
        if isCancelled(task) { return true }
        resources[channel].waitersSend = sends
        wait(task, in: channel, holdsThread: false)
        return false
    }
}
