/// Reading, testing and writing numbers that tasks share.
extension Machine {
    /// Reads a cell, and remembers what was seen.
    mutating func read(_ cell: Int, _ task: Int, memory: Int) {
        footprint.read(cell)
        let base = tasks[task].slots + memory
        slots[base] = resources[cell].version + 1
        slots[base + 1] = resources[cell].count
        record(.read(cell, resources[cell].count), task)
    }

    /// Writes a cell. A change of a remembered value is a change of what was seen, not of what is there now.
    mutating func write(_ cell: Int, _ change: Statement.CellChange, _ task: Int, memory: Int) {
        footprint.write(cell)
        let base = tasks[task].slots + memory
        let seen = slots[base]
        if seen > 0, seen != resources[cell].version + 1 { observer.note(.lostUpdate, cell, task) }
        switch change {
        case .set(let value): resources[cell].count = value
        case .add(let amount): resources[cell].count = (seen > 0 ? slots[base + 1] : resources[cell].count) &+ amount
        }
        resources[cell].version += 1
        slots[base] = 0
        record(.wrote(cell, resources[cell].count), task)
    }

    func passes(_ test: Statement.CellTest, _ cell: Int) -> Bool {
        let value = resources[cell].count
        switch test {
        case .equals(let other): return value == other
        case .isNot(let other): return value != other
        case .isBelow(let other): return value < other
        case .isAbove(let other): return value > other
        }
    }
}
