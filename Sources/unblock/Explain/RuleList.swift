import RuleCatalogue
import SourceModel

/// All rules, as text in columns, as JSON or as a Markdown table.
struct RuleList {
    let rules: [RuleEntry]

    func text(_ format: RulesCommand.Format) -> String {
        switch format {
        case .text: columns
        case .json: json
        case .markdown: markdown
        }
    }

    private var columns: String {
        let idWidth = rules.map(\.id.rawValue.count).max() ?? 0
        return rules.map { rule in
            let id = rule.id.rawValue.padded(to: idWidth)
            let severity = rule.severity.rawValue.padded(to: "warning".count)
            return "\(id)  \(severity)  \(rule.title)\n"
        }.joined()
    }

    private var markdown: String {
        let rows = rules.map { rule in
            let title = rule.title.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            return "| [`\(rule.id)`](\(rule.page)) | \(title) | \(rule.severity.rawValue) |\n"
        }
        return "| rule | reports | default |\n|---|---|---|\n" + rows.joined()
    }

    private var json: String {
        let rows = rules.map { rule in
            let members: [(String, String)] = [
                ("id", rule.id.rawValue), ("title", rule.title), ("severity", rule.severity.rawValue),
                ("inTests", rule.inTests.rawValue), ("why", rule.why), ("fix", rule.fix), ("since", rule.since),
                ("page", rule.page),
            ]
            return "  {" + members.map { "\"\($0)\": \(JSONText.quoted($1))" }.joined(separator: ", ") + "}"
        }
        return "[\n" + rows.joined(separator: ",\n") + "\n]\n"
    }
}

/// Strings as JSON spells them.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
