import ArgumentParser

/// How a table is printed.
enum TableFormat: String, ExpressibleByArgument, Sendable {
    case text, markdown, tsv
}

/// What a ratio has to be.
enum Goal: Sendable {
    case atMost(Double)
    case atLeast(Double)
    /// Told because it explains the other rows.
    case none

    func isMet(by ratio: Double) -> Bool? {
        switch self {
        case .atMost(let limit): ratio <= limit
        case .atLeast(let limit): ratio >= limit
        case .none: nil
        }
    }

    var text: String {
        switch self {
        case .atMost(let limit): "≤ \(decimal(limit))"
        case .atLeast(let limit): "≥ \(decimal(limit))"
        case .none: "-"
        }
    }
}

/// One comparison.
struct Row: Sendable {
    var name: String
    var ours: Samples
    /// `nil` when the peer is not there: it is named all the same.
    var peer: Samples?
    var unit = "s"
    /// What is compared with the goal.
    var ratio: Samples?
    var goal: Goal

    /// We take at most so many times as long as the peer.
    static func slowdown(_ name: String, _ ours: Samples, over peer: Samples, goal: Goal) -> Row {
        Row(name: name, ours: ours, peer: peer, ratio: ours / peer, goal: goal)
    }

    /// The peer takes at least so many times as long as we.
    static func speedup(_ name: String, _ ours: Samples, over peer: Samples?, goal: Goal) -> Row {
        Row(name: name, ours: ours, peer: peer, ratio: peer.map { $0 / ours }, goal: goal)
    }
}

/// Rows under the columns `name ours peer ratio goal met`.
struct Table: Sendable {
    var rows: [Row] = []

    private static let header = ["name", "ours", "peer", "ratio", "goal", "met"]

    func print(_ options: BenchmarkOptions) {
        switch options.format {
        case .tsv: printLines(rows.map(machineCells), options, separator: "\t")
        case .text: printColumns(rows.map(cells), options)
        case .markdown:
            if !options.noHeader {
                Swift.print("| " + Self.header.joined(separator: " | ") + " |\n|---|---|---|---|---|---|")
            }
            for row in rows { Swift.print("| " + cells(row).joined(separator: " | ") + " |") }
        }
    }

    private func printLines(_ lines: [[String]], _ options: BenchmarkOptions, separator: String) {
        for line in (options.noHeader ? [] : [Self.header]) + lines { Swift.print(line.joined(separator: separator)) }
    }

    private func printColumns(_ lines: [[String]], _ options: BenchmarkOptions) {
        let widths = Self.header.indices.map { column in
            ([Self.header] + lines).map { $0[column].count }.max() ?? 0
        }
        let padded = ([Self.header] + lines).map { line in
            zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        }
        for line in padded.dropFirst(options.noHeader ? 1 : 0) { Swift.print(line.joined(separator: "  ")) }
    }

    private func cells(_ row: Row) -> [String] {
        [
            row.name, measure(row.ours, row.unit), row.peer.map { measure($0, row.unit) } ?? "not installed",
            row.ratio.map { decimal($0.median) } ?? "-", row.goal.text, met(row),
        ]
    }

    private func machineCells(_ row: Row) -> [String] {
        [
            row.name, decimal(row.ours.median, 4), row.peer.map { decimal($0.median, 4) } ?? "not installed",
            row.ratio.map { decimal($0.median, 3) } ?? "-", row.goal.text, met(row),
        ]
    }

    private func met(_ row: Row) -> String {
        guard let ratio = row.ratio else { return "no" }
        return row.goal.isMet(by: ratio.median).map { $0 ? "yes" : "no" } ?? "-"
    }

    private func measure(_ samples: Samples, _ unit: String) -> String {
        let spread = samples.values.count > 1 ? " ±\(Int((samples.spread * 100).rounded()))%" : ""
        return "\(decimal(samples.median)) \(unit)\(spread)"
    }
}

/// With so many digits behind the point.
func decimal(_ value: Double, _ digits: Int = 2) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(abs(scaled) % scale)
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / scale)."
        + String(repeating: "0", count: digits - fraction.count) + fraction
}
