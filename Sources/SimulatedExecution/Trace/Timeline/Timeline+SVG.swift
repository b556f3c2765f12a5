extension Timeline {
    /// The timeline as an SVG document without scripts, ids or outside references, to be opened alone or put into a page
    /// as it is; light and dark as the reader's system asks.
    ///
    /// Forms tell what happened without colour: a filled bar runs, a dashed frame holds its thread and waits, and the
    /// heights of two more rows count the tasks that are on no thread.
    /// - Parameters:
    ///   - width: of the drawing in pixels before it is scaled; at least 480.
    ///   - mostRows: threads that are drawn one by one in each run; the rest share a row. At least 2.
    public func svg(width: Int = 960, mostRows: Int = 12) -> String {
        var drawing = TimelineDrawing(timeline: self, width: max(width, 480), mostRows: max(mostRows, 2))
        return drawing.document()
    }
}

/// Puts the elements of an SVG timeline together, from top to bottom.
private struct TimelineDrawing {
    let timeline: Timeline
    let width: Int
    let mostRows: Int
    private var body = ""
    /// Where the next row starts.
    private var y = 0

    init(timeline: Timeline, width: Int, mostRows: Int) {
        self.timeline = timeline
        self.width = width
        self.mostRows = mostRows
    }

    private static let margin = 16
    private static let labelWidth = 132
    private static let rowHeight = 22
    private static let barHeight = 16
    /// Pixels of a cell: what is narrower than a cell cannot be seen, and cells bound the size of the document.
    private static let cell = 2
    private static let mostProblems = 5
    /// Of small text, on average.
    private static let characterWidth = 7

    private var left: Int { Self.margin + Self.labelWidth }
    private var columns: Int { (width - left - Self.margin) / Self.cell }

    mutating func document() -> String {
        y = Self.margin
        for (run, lane) in timeline.lanes.enumerated() { draw(lane, run: run) }
        drawLegend()
        let title = "Timeline: " + timeline.lanes.map(\.title).joined(separator: ", ")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="unblock-timeline" viewBox="0 0 \(width) \(y)" width="\(width)" \
            height="\(y)" role="img">
            <title>\(title.escapedForXML)</title>
            <style>\(Self.style)</style>
            <rect class="ground" width="\(width)" height="\(y)"/>
            \(body)</svg>

            """
    }

    private mutating func draw(_ lane: Timeline.Lane, run: Int) {
        let cells = timeline.cells(lane, columns: columns, mostRows: mostRows)
        write(lane.title, x: Self.margin, class: "title")
        y += Self.rowHeight + 4
        drawScale(height: (cells.rows.count + 2) * Self.rowHeight)
        for row in cells.rows { draw(row, lane, run: run) }
        if cells.rows.isEmpty {
            write("nothing ran", x: left, class: "label")
            y += Self.rowHeight
        }
        draw(cells.ready, "ready, no thread", class: "ready")
        draw(cells.suspended, "suspended", class: "suspended")
        drawProblems(cells.marks, lane)
        y += Self.margin
    }

    private mutating func drawScale(height: Int) {
        for tick in timeline.ticks(atMost: max((width - left) / 110, 1)) {
            let x = left + Int(Double(tick) / Double(timeline.length) * Double(columns * Self.cell))
            body += "<line class=\"tick\" x1=\"\(x)\" y1=\"\(y)\" x2=\"\(x)\" y2=\"\(y + Self.rowHeight + height)\"/>\n"
            write(timeline.text(tick, isASCII: false), x: x + 3, class: "scale")
        }
        y += Self.rowHeight
    }

    private mutating func draw(_ row: TimelineCells.Row, _ lane: Timeline.Lane, run: Int) {
        write(row.label.cut(to: Self.labelWidth / Self.characterWidth), x: Self.margin, class: "label")
        for stretch in row.runs {
            let (task, isBlocked): (Int, Bool)
            switch stretch.content {
            case .idle: continue
            case .running(let number): (task, isBlocked) = (number, false)
            case .blocked(let number): (task, isBlocked) = (number, true)
            }
            let name = lane.names.name(ofTask: task)
            let letter = timeline.legend.letter(task, run: run)
            let width = stretch.columns.count * Self.cell
            let form = !isBlocked ? "running" : row.isForBlocking ? "blocked harmless" : "blocked"
            bar(
                stretch.columns, class: form, height: Self.barHeight,
                hint: width >= 8 ? "\(name) \(isBlocked ? "holds the thread and waits" : "runs")" : nil)
            let full = "\(letter) \(name)"
            let label = full.count * Self.characterWidth + 8 <= width ? full : width >= 12 ? String(letter) : ""
            if !label.isEmpty {
                let x = left + stretch.columns.lowerBound * Self.cell + 4
                write(label, x: x, class: !isBlocked ? "on-running" : row.isForBlocking ? "label" : "on-blocked")
            }
        }
        if row.isStuck { write("▶", x: left + columns * Self.cell, class: "stuck") }
        y += Self.rowHeight
    }

    /// A row of bars as high as the counts, with the numbers where there is room.
    private mutating func draw(_ counts: [TimelineCells.Run<Int>], _ label: String, class name: String) {
        guard let most = counts.map(\.content).max(), most > 0 else { return }
        write(label, x: Self.margin, class: "label")
        for run in counts where run.content > 0 {
            let height = max(Self.barHeight * run.content / most, 3)
            bar(run.columns, class: name, height: height, hint: nil)
            let text = String(run.content)
            if run.columns.count * Self.cell >= text.count * Self.characterWidth + 6 {
                write(text, x: left + run.columns.lowerBound * Self.cell + 3, class: "count")
            }
        }
        y += Self.rowHeight
    }

    private mutating func drawProblems(_ marks: [TimelineCells.Mark], _ lane: Timeline.Lane) {
        guard !marks.isEmpty else { return }
        for column in Set(marks.map(\.column)).sorted() {
            write("!", x: left + column * Self.cell, class: "problem")
        }
        y += Self.rowHeight
        for mark in marks.prefix(Self.mostProblems) {
            let place = timeline.text(mark.position, isASCII: false)
            for line in wrapped("! \(place): \(ProblemSentences(lane.names).line(for: mark.problem))") {
                write(line, x: Self.margin, class: "sentence")
                y += Self.rowHeight - 4
            }
        }
        if marks.count > Self.mostProblems {
            write("! and \(marks.count - Self.mostProblems) more", x: Self.margin, class: "sentence")
            y += Self.rowHeight - 4
        }
    }

    private mutating func drawLegend() {
        let forms = [
            ("running", "runs"), ("blocked", "holds its thread and waits"),
            ("blocked harmless", "the same on a thread of an executor"),
        ]
        var x = Self.margin
        for (name, text) in forms {
            body += "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" width=\"18\" height=\"12\"/>\n"
            write(text, x: x + 24, class: "label")
            x += 24 + text.count * Self.characterWidth + 8
        }
        write("▶ still waits at the end", x: x, class: "label")
        y += Self.rowHeight
        for line in wrapped(timeline.legend.lines(isASCII: false).joined(separator: "  ·  ")) {
            write(line, x: Self.margin, class: "label")
            y += Self.rowHeight - 4
        }
        y += Self.margin / 2
    }

    private mutating func bar(_ columns: Range<Int>, class name: String, height: Int, hint: String?) {
        let x = left + columns.lowerBound * Self.cell
        let top = y + Self.barHeight - height
        // A gap of a pixel tells neighbours apart.
        let width = columns.count * Self.cell - 1
        body += "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"\(height)\""
        body += hint.map { "><title>\($0.escapedForXML)</title></rect>\n" } ?? "/>\n"
    }

    private mutating func write(_ text: String, x: Int, class name: String) {
        let text = text.replacing("`", with: "")
        body += "<text class=\"\(name)\" x=\"\(x)\" y=\"\(y + 12)\">\(text.escapedForXML)</text>\n"
    }

    /// Lines that fit the drawing, broken at blanks.
    private func wrapped(_ text: String) -> [String] {
        let most = (width - 2 * Self.margin) / Self.characterWidth
        var lines: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = lines.last, last.count + 1 + word.count <= most {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word).cut(to: most))
            }
        }
        return lines
    }
}

extension TimelineDrawing {
    /// All rules start at the class of the document, so that they do not reach into a page around it.
    fileprivate static let style = """
        .unblock-timeline{--ground:#ffffff;--text:#1f2328;--dim:#59636e;--line:#d1d9e0;--run:#1a7f64;--on-run:#ffffff;\
        --wait:#b42318;--wait-fill:#fde4e1;--ready:#b7791f;--rest:#6e7bb2;\
        font:12px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        @media (prefers-color-scheme:dark){.unblock-timeline{--ground:#15191f;--text:#e6e9ed;--dim:#9aa4b0;--line:#323a45;\
        --run:#3fb68b;--on-run:#08140f;--wait:#ff8a7a;--wait-fill:#3d1a18;--ready:#e0a84a;--rest:#8c9be0}}
        .unblock-timeline .ground{fill:var(--ground)}
        .unblock-timeline text{fill:var(--text)}
        .unblock-timeline .title{font-size:14px;font-weight:600}
        .unblock-timeline .scale,.unblock-timeline .label{fill:var(--dim)}
        .unblock-timeline .tick{stroke:var(--line)}
        .unblock-timeline .running{fill:var(--run)}
        .unblock-timeline .blocked{fill:var(--wait-fill);stroke:var(--wait);stroke-dasharray:4 2}
        .unblock-timeline .harmless{fill:none;stroke:var(--dim)}
        .unblock-timeline .ready{fill:var(--ready);fill-opacity:.45}
        .unblock-timeline .suspended{fill:var(--rest);fill-opacity:.45}
        .unblock-timeline .on-running{fill:var(--on-run)}
        .unblock-timeline .on-blocked,.unblock-timeline .stuck,.unblock-timeline .problem{fill:var(--wait)}
        .unblock-timeline .problem{font-weight:700}
        """
}
