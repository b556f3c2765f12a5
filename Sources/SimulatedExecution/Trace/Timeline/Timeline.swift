/// One or more runs drawn over one scale of virtual time: rows are threads, and what each did is told apart by form.
///
/// ```swift
/// let timeline = Timeline([("before", before), ("after", after)])
/// print(timeline.text(width: 100))
/// ```
///
/// Runs of any length give a drawing of bounded size: a cell shows what its thread mostly did in it. Runs that take no
/// virtual time at all are drawn over their steps.
public struct Timeline: Sendable {
    struct Lane {
        let title: String
        let names: TraceNames
        let activity: ThreadActivity
    }

    let lanes: [Lane]
    let legend: TaskLegend
    /// The scale counts events instead of nanoseconds.
    let countsEvents: Bool
    let length: Int64
    let unit: TimeUnit

    /// O(number of events).
    /// - Parameter runs: in the order in which they are drawn, each with a title: `before`, `after`.
    public init(_ runs: [(title: String, trace: Trace)]) {
        let end = runs.map(\.trace.end).max() ?? .zero
        let countsEvents = end.nanoseconds == 0
        lanes = runs.map { run in
            Lane(
                title: run.title.printable, names: TraceNames(run.trace),
                activity: ThreadActivity(run.trace, countsEvents: countsEvents))
        }
        legend = TaskLegend(runs.map(\.trace))
        self.countsEvents = countsEvents
        length = max(lanes.map(\.activity.end).max() ?? 0, 1)
        unit = TimeUnit(fitting: end)
    }

    func cells(_ lane: Lane, columns: Int, mostRows: Int) -> TimelineCells {
        TimelineCells(lane.activity, names: lane.names, columns: columns, length: length, mostRows: mostRows)
    }

    /// A place on the scale in words: `12.5 ms`, `step 3`.
    func text(_ position: Int64, isASCII: Bool) -> String {
        countsEvents ? "step \(position)" : unit.text(position, isTrimmed: true, isASCII: isASCII)
    }

    /// Where to label the scale: round numbers (1, 2 or 5 of a power of ten), at most so many after zero.
    func ticks(atMost count: Int) -> [Int64] {
        let least = max(Double(length) / Double(max(count, 1)), 1)
        var power = 1.0
        while power * 10 <= least { power *= 10 }
        let step = [1.0, 2.0, 5.0, 10.0].map { $0 * power }.first { $0 >= least } ?? least
        return Array(stride(from: 0, to: length, by: Int64.Stride(step)))
    }
}
