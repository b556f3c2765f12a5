/// Reading, testing and writing numbers that tasks share.
extension Machine {
    /// Reads a cell, and remembers what was seen.
    mutating func read(_ cell: Int, _ task: Int, memory: Int) {
        let base = tasks[task].slots + memory
        slots[base] = resources[cell].version + 1
        slots[base + 1] = resources[cell].count
        noteRead(cell, task)
    }

    /// Tests a cell, and remembers what was seen, if the task does not remember what it has read.
    mutating func test(_ cell: Int, _ test: Statement.CellTest, _ task: Int, memory: Int) -> Bool {
        let base = tasks[task].slots + memory
        if slots[base] <= 0 { slots[base] = -(resources[cell].version + 1) }
        noteRead(cell, task)
        return passes(test, cell)
    }

    mutating func forget(_ task: Int, memory: Int) {
        let base = tasks[task].slots + memory
        if slots[base] < 0 { slots[base] = 0 }
    }

    private mutating func noteRead(_ cell: Int, _ task: Int) {
        footprint.read(cell)
        record(.read(cell, resources[cell].count), task)
    }

    /// Writes a cell. A change of a remembered value is a change of what was seen, not of what is there now.
    mutating func write(_ cell: Int, _ change: Statement.CellChange, _ task: Int, memory: Int) {
        footprint.write(cell)
        let base = tasks[task].slots + memory
        let seen = slots[base]
        if seen != 0, abs(seen) != resources[cell].version + 1 { observer.note(.lostUpdate, cell, task) }
        switch change {
        case .set(let value): resources[cell].count = value
        case .add(let amount): resources[cell].count = (seen > 0 ? slots[base + 1] : resources[cell].count) &+ amount
        }
        resources[cell].version += 1
        slots[base] = 0
        record(.wrote(cell, resources[cell].count), task)
    }

    mutating func passes(_ test: Statement.CellTest, _ cell: Int) -> Bool {
        let value = resources[cell].count
        switch test {
        case .equals(let other): return value == other
        case .isNot(let other): return value != other
        case .isBelow(let other): return value < other
        case .isAbove(let other): return value > other
        }
    }
}
