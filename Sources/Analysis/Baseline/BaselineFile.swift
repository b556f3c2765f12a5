#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import SourceModel

/// The JSON form of a baseline: one line per entry, in an order that makes small differences in version control.
package enum BaselineFile {
    private static let schema = 1

    /// - Throws: a message that names the file when it is absent, is not JSON, or has another schema.
    package static func read(_ path: String, from fileSystem: any FileSystem) throws(UsageProblem) -> Baseline {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try fileSystem.read(path, limit: 256 << 20)
        } catch {
            throw UsageProblem("the baseline '\(path)' \(error.reason); --write-baseline makes one")
        }
        return try decode(bytes, path: path)
    }

    package static func write(
        _ baseline: Baseline, to path: String, in fileSystem: any FileSystem
    ) throws(UsageProblem) {
        do throws(FileFailure) {
            try fileSystem.replace(path, with: encode(baseline))
        } catch {
            throw UsageProblem("the baseline '\(path)' \(error.reason)")
        }
    }

    /// Sorted by file, rule and fingerprint.
    package static func encode(_ baseline: Baseline) -> [UInt8] {
        let lines = baseline.entries.map { key, entry in
            (order: (entry.file, key.rule.rawValue, key.fingerprint), count: entry.count)
        }
        .sorted { $0.order < $1.order }
        .map { line in
            let (file, rule, fingerprint) = line.order
            return "    {\"file\": \(quoted(file)), \"rule\": \(quoted(rule)), "
                + "\"fingerprint\": \(quoted(fingerprint)), \"count\": \(line.count)}"
        }
        let entries = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
        return Array("{\n  \"schema\": \(schema),\n  \"tool\": \"unblock\",\n  \"findings\": \(entries)\n}\n".utf8)
    }

    package static func decode(_ bytes: [UInt8], path: String) throws(UsageProblem) -> Baseline {
        let header: Header
        let body: Body
        do {
            let data = Data(bytes)
            header = try JSONDecoder().decode(Header.self, from: data)
            guard header.schema == schema else {
                throw UsageProblem(
                    "the baseline '\(path)' has schema \(header.schema), this unblock reads schema \(schema): "
                        + "write it anew with --write-baseline")
            }
            body = try JSONDecoder().decode(Body.self, from: data)
        } catch let problem as UsageProblem {
            throw problem
        } catch {
            throw UsageProblem(
                "the baseline '\(path)' cannot be used (\(reason(error))): write it anew with --write-baseline")
        }
        var baseline = Baseline()
        for line in body.findings {
            let key = Baseline.Key(rule: RuleID(line.rule), fingerprint: line.fingerprint)
            let count = max(line.count ?? 1, 0)
            baseline.entries[key, default: .init(file: line.file ?? "", count: 0)].count += count
        }
        return baseline
    }

    private struct Header: Decodable { var schema: Int }

    private struct Body: Decodable {
        var findings: [Line]
    }

    private struct Line: Decodable {
        var file: String?
        var rule: String
        var fingerprint: String
        var count: Int?
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type than expected"
        default: "it is not valid JSON"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
