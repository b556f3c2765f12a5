/// One trace divided into cells of equal length: what each thread mostly did in each, however many events there were.
struct TimelineCells {
    /// What a thread did in one cell.
    enum Cell: Hashable {
        case idle
        case running(task: Int)
        case blocked(task: Int)
    }

    /// Equal neighbours as one.
    struct Run<Content: Hashable> {
        let content: Content
        var columns: Range<Int>
    }

    struct Row {
        let label: String
        let runs: [Run<Cell>]
        /// A thread of it was still blocked when the run ended.
        let isStuck: Bool
        /// Waiting here is no harm: nothing else needs these threads.
        let isForBlocking: Bool
    }

    struct Mark {
        let column: Int
        let position: Int64
        let problem: Problem
    }

    /// Runs of a row, and those of the counts below, end where the simulated run does.
    let rows: [Row]
    /// The most tasks that were ready and waited for a thread at one time.
    let ready: [Run<Int>]
    /// The most tasks that were suspended at one time.
    let suspended: [Run<Int>]
    /// By column.
    let marks: [Mark]

    /// A thread is drawn idle only where it was busy for less than this share of the cell.
    private static let leastShare = 0.1

    /// O(events + rows × columns).
    /// - Parameters:
    ///   - length: of all columns together, as a position of `activity`.
    ///   - mostRows: of more threads, those that did least share the last row.
    init(_ activity: ThreadActivity, names: TraceNames, columns: Int, length: Int64, mostRows: Int) {
        let scale = Double(columns) / Double(max(length, 1))
        // Traces may be made by hand: no time in them leads outside.
        func floor(_ position: Int64) -> Int { min(max(Int(Double(position) * scale), 0), columns - 1) }
        func ceiling(_ position: Int64) -> Int { min(Int((Double(position) * scale).rounded(.up)), columns) }

        let isStuck = activity.stretches.contains { $0.isStuck }
        let used = isStuck ? columns : ceiling(activity.end)

        let rowOfThread = Self.rows(activity, mostRows: mostRows)
        let count = (rowOfThread.max() ?? -1) + 1
        var tallies = [Tally](repeating: Tally(), count: count * columns)
        var stuck = [Bool](repeating: false, count: count)
        for stretch in activity.stretches {
            let row = rowOfThread[stretch.row]
            if stretch.isStuck { stuck[row] = true }
            let end = stretch.end ?? (stretch.isStuck ? length : activity.end)
            guard end > stretch.start else { continue }
            for cell in floor(stretch.start)..<max(ceiling(end), floor(stretch.start)) {
                let share =
                    min(Double(end) * scale, Double(cell + 1)) - max(Double(stretch.start) * scale, Double(cell))
                tallies[row * columns + cell].add(stretch, share: share)
            }
        }
        rows = (0..<count).map { row in
            let threads = activity.threads.indices.filter { rowOfThread[$0] == row }
            let label =
                threads.count == 1 ? names.thread(activity.threads[threads[0]]) : "\(threads.count) more threads"
            let cells = tallies[row * columns..<row * columns + used].map { $0.cell(leastShare: Self.leastShare) }
            return Row(
                label: label, runs: Self.runs(cells), isStuck: stuck[row],
                isForBlocking: threads.allSatisfy { activity.threads[$0].isForBlocking })
        }

        var peaks = [(ready: Int, suspended: Int)](repeating: (0, 0), count: used)
        for (index, entry) in activity.waiting.enumerated() {
            let end = index + 1 < activity.waiting.count ? ceiling(activity.waiting[index + 1].start) : used
            for cell in floor(entry.start)..<max(end, floor(entry.start)) where cell < used {
                peaks[cell].ready = max(peaks[cell].ready, entry.ready)
                peaks[cell].suspended = max(peaks[cell].suspended, entry.suspended)
            }
        }
        ready = Self.runs(peaks.map(\.ready))
        suspended = Self.runs(peaks.map(\.suspended))
        marks = activity.marks.map { Mark(column: floor($0.position), position: $0.position, problem: $0.problem) }
    }

    /// The row of each thread.
    private static func rows(_ activity: ThreadActivity, mostRows: Int) -> [Int] {
        guard activity.threads.count > mostRows else { return Array(activity.threads.indices) }
        var busy = [Int64](repeating: 0, count: activity.threads.count)
        for stretch in activity.stretches { busy[stretch.row] += (stretch.end ?? activity.end) - stretch.start }
        let byUse = activity.threads.indices.sorted { busy[$0] == busy[$1] ? $0 < $1 : busy[$0] > busy[$1] }
        let kept = byUse.prefix(mostRows - 1).sorted()
        var rows = [Int](repeating: mostRows - 1, count: activity.threads.count)
        for (row, thread) in kept.enumerated() { rows[thread] = row }
        return rows
    }

    private static func runs<Content: Hashable>(_ cells: [Content]) -> [Run<Content>] {
        var runs: [Run<Content>] = []
        for (column, cell) in cells.enumerated() {
            if let last = runs.last, last.content == cell {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append(Run(content: cell, columns: column..<column + 1))
            }
        }
        return runs
    }

    /// How a cell's time was spent; the task is the one of the longest stretch.
    private struct Tally {
        var running = 0.0
        var blocked = 0.0
        var longestRunning = (share: 0.0, task: 0)
        var longestBlocked = (share: 0.0, task: 0)

        mutating func add(_ stretch: ThreadActivity.Stretch, share: Double) {
            if stretch.isBlocked {
                blocked += share
                if share > longestBlocked.share { longestBlocked = (share, stretch.task) }
            } else {
                running += share
                if share > longestRunning.share { longestRunning = (share, stretch.task) }
            }
        }

        func cell(leastShare: Double) -> Cell {
            if running + blocked < leastShare { return .idle }
            return blocked >= running
                ? .blocked(task: longestBlocked.task) : .running(task: longestRunning.task)
        }
    }
}

extension ThreadID {
    fileprivate var isForBlocking: Bool {
        switch group {
        case .threadPool, .own: true
        case .cooperativePool, .main, .dispatch, .eventLoop: false
        }
    }
}
