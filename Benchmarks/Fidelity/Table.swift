/// How a table is printed.
enum TableFormat: String {
    case text, markdown, tsv
}

/// Rows of cells under a header.
struct Table {
    let header: [String]
    var rows: [[String]] = []

    func print(_ format: TableFormat) {
        switch format {
        case .tsv: for row in [header] + rows { Swift.print(row.joined(separator: "\t")) }
        case .markdown:
            let rule = header.map { _ in "---" }
            for row in [header, rule] + rows { Swift.print("| " + row.joined(separator: " | ") + " |") }
        case .text:
            let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
            for row in [header] + rows {
                let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                Swift.print(cells.joined(separator: "  "))
            }
        }
    }
}
