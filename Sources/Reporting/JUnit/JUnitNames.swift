import SourceModel

/// How findings are named in JUnit, where CI services tell cases apart and follow them over time by their names.
enum JUnitNames {
    /// The suite and case of a run without files: readers drop a report without cases, and it would look broken.
    static let emptyRun = "no Swift files"

    /// The path without its extension: Jenkins takes what follows the last dot for the class.
    static func className(_ path: String) -> String {
        let path = ReportPaths.plain(path).singleLine
        return path.hasSuffix(".swift") ? String(path.dropLast(6)) : path
    }

    /// Holds no line number, so that a finding keeps its history when lines above it change.
    static func caseName(_ finding: Finding) -> String {
        let symbol = finding.context.symbol.isEmpty ? "" : " in \(finding.context.symbol.singleLine)"
        let callee = finding.callee.isEmpty ? "" : ": \(finding.callee.singleLine)"
        return "\(finding.rule)\(callee)\(symbol)"
    }

    /// The figures of a verdict, for whoever follows them over time; `never` stands for a time without an end.
    static func properties(_ verdict: Verdict) -> [(name: String, value: String)] {
        var properties = [("simulation.outcome", verdict.outcome.word)]
        if let fix = verdict.fix { properties.append(("simulation.fix", fix.rawValue)) }
        for (when, measured) in [("before", verdict.before), ("after", verdict.after)] {
            guard let measured else { continue }
            for (name, time) in [("maxStallMs", measured.maxStall), ("makespanMs", measured.makespan)] {
                let value = time.map { Numbers.decimal(Numbers.milliseconds($0), digits: 3) } ?? "never"
                properties.append(("simulation.\(when).\(name)", value))
            }
            properties.append(("simulation.\(when).deadlock", String(measured.hasDeadlock)))
        }
        properties.append(("simulation.schedules", String(verdict.schedules)))
        properties.append(("simulation.seed", String(verdict.seed)))
        if let schedule = verdict.schedule { properties.append(("simulation.schedule", schedule)) }
        return properties
    }

    /// `2026-01-31T23:59:59`: Ant's schema forbids a zone. The epoch stands for "not told".
    static func timestamp(_ options: ReportOptions) -> String {
        let text = Array(options.timestamp.utf8.prefix(19))
        let form = Array("0000-00-00T00:00:00".utf8)
        let isValid =
            text.count == form.count
            && zip(text, form).allSatisfy { byte, model in
                model == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == model
            }
        return options.reproducible || !isValid ? "1970-01-01T00:00:00" : String(decoding: text, as: UTF8.self)
    }
}
