extension Timeline {
    /// The characters of a text timeline.
    public enum Characters: Sendable, Hashable {
        /// Everywhere, logs of CI services and JUnit reports included.
        case ascii
        case unicode
    }

    /// The timeline for a terminal or a log, with a legend.
    ///
    /// Forms alone tell what happened: `A` and a line where task A runs, `a` and a block where it holds its thread and
    /// waits. The rows `ready` and `suspended` count tasks that are on no thread. Names of threads are taken to be one
    /// cell a character wide.
    /// - Parameters:
    ///   - width: of the whole, in terminal cells; at least 40.
    ///   - characters: which characters to draw with.
    ///   - isColoured: whether ANSI escape sequences may be used.
    ///   - mostRows: threads that are drawn one by one in each run; the rest share a row. At least 2.
    public func text(
        width: Int = 100, characters: Characters = .unicode, isColoured: Bool = false, mostRows: Int = 16
    ) -> String {
        TimelineText(
            timeline: self, width: max(width, 40), isASCII: characters == .ascii, isColoured: isColoured,
            mostRows: max(mostRows, 2)
        ).text
    }
}

/// Puts the characters of a text timeline together.
private struct TimelineText {
    let timeline: Timeline
    let width: Int
    let isASCII: Bool
    let isColoured: Bool
    let mostRows: Int

    private var running: Character { isASCII ? "-" : "─" }
    private var blocked: Character { isASCII ? "#" : "█" }
    private var idle: Character { isASCII ? "." : "·" }
    private var stuck: Character { isASCII ? ">" : "▶" }

    private enum Colour: String {
        case running = "32"
        case blocked = "31"
        case waiting = "33"
        case problem = "1;31"
        case title = "1"
        case dim = "2"
    }

    private static let mostProblems = 5

    var text: String {
        let margin = labelWidth + 1
        let columns = width - margin - 1
        var text = ""
        for (run, lane) in timeline.lanes.enumerated() {
            let cells = timeline.cells(lane, columns: columns, mostRows: mostRows)
            text += "\(paint(lane.title, .title))\n"
            text += paint(String(repeating: " ", count: margin) + scale(columns), .dim) + "\n"
            for row in cells.rows {
                text += label(row.label) + row.runs.map { draw($0, of: row, run: run) }.joined()
                if row.isStuck { text += paint(String(stuck), .blocked) }
                text += "\n"
            }
            if cells.rows.isEmpty { text += "  nothing ran\n" }
            text += counts("ready", cells.ready)
            text += counts("suspended", cells.suspended)
            text += problems(cells, lane.names)
            text += "\n"
        }
        return text + legend
    }

    private var labelWidth: Int {
        var labels = ["suspended"]
        for lane in timeline.lanes {
            labels += lane.activity.threads.map(lane.names.thread)
            if lane.activity.threads.count > mostRows { labels.append("\(lane.activity.threads.count) more threads") }
        }
        return min(labels.map(\.count).max() ?? 0, width / 3)
    }

    private func label(_ text: String) -> String {
        let text = text.cut(to: labelWidth, mark: isASCII ? "~" : "…")
        return text + String(repeating: " ", count: labelWidth - text.count + 1)
    }

    /// Labels start at the columns that they name.
    private func scale(_ columns: Int) -> String {
        var line = ""
        for tick in timeline.ticks(atMost: max(columns / 12, 1)) {
            let column = Int(Double(tick) / Double(timeline.length) * Double(columns))
            let label = timeline.text(tick, isASCII: isASCII)
            guard column >= line.count + (line.isEmpty ? 0 : 1), column + label.count <= columns else { continue }
            line += String(repeating: " ", count: column - line.count) + label
        }
        return line
    }

    private func draw(
        _ run: TimelineCells.Run<TimelineCells.Cell>, of row: TimelineCells.Row, run lane: Int
    ) -> String {
        switch run.content {
        case .idle: return paint(String(repeating: idle, count: run.columns.count), .dim)
        case .running(let task):
            let letter = String(timeline.legend.letter(task, run: lane))
            return paint(letter + String(repeating: running, count: run.columns.count - 1), .running)
        case .blocked(let task):
            let letter = timeline.legend.letter(task, run: lane).lowercased()
            return paint(
                letter + String(repeating: blocked, count: run.columns.count - 1), row.isForBlocking ? .dim : .blocked)
        }
    }

    /// A row of digits; nothing when all are zero.
    private func counts(_ name: String, _ runs: [TimelineCells.Run<Int>]) -> String {
        guard runs.contains(where: { $0.content > 0 }) else { return "" }
        let digits = runs.map { run in
            let digit = run.content == 0 ? " " : run.content > 9 ? "+" : String(run.content)
            return String(repeating: digit, count: run.columns.count)
        }
        return label(name) + paint(trimmed(digits.joined()), .waiting) + "\n"
    }

    private func problems(_ cells: TimelineCells, _ names: TraceNames) -> String {
        guard let last = cells.marks.map(\.column).max() else { return "" }
        var row = [Character](repeating: " ", count: last + 1)
        for mark in cells.marks { row[mark.column] = "!" }
        var text = label("problems") + paint(String(row), .problem) + "\n"
        for mark in cells.marks.prefix(Self.mostProblems) {
            let place = timeline.text(mark.position, isASCII: isASCII)
            text += "\(paint("!", .problem)) \(place)  \(ProblemSentences(names).line(for: mark.problem))\n"
        }
        let rest = cells.marks.count - Self.mostProblems
        if rest > 0 { text += "! and \(rest) more\n" }
        return text
    }

    /// What the forms mean, then what the letters stand for.
    private var legend: String {
        let fill = { (character: Character) in String(repeating: character, count: 2) }
        let forms = [
            "A\(fill(running)) runs", "a\(fill(blocked)) holds its thread and waits",
            "\(stuck) still waits at the end", "\(fill(idle)) idle", "digits: tasks (+ more than 9)",
        ]
        return wrapped(forms) + wrapped(timeline.legend.lines(isASCII: isASCII))
    }

    private func wrapped(_ items: [String]) -> String {
        var lines: [String] = []
        for item in items {
            if let last = lines.last, last.count + 3 + item.count <= width {
                lines[lines.count - 1] = "\(last)   \(item)"
            } else {
                lines.append(item)
            }
        }
        return lines.map { paint($0, .dim) + "\n" }.joined()
    }

    private func trimmed(_ text: String) -> String { String(text.reversed().drop { $0 == " " }.reversed()) }

    private func paint(_ text: String, _ colour: Colour) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
