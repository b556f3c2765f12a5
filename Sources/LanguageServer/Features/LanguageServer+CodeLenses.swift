import LanguageServerProtocol
import Reporting
import SourceModel

/// A line above each function with findings that simulated runs have confirmed: "stalls 250 ms → 0 ms · simulate".
extension LanguageServer {
    func codeLenses(_ parameters: JSONValue) async throws -> JSONValue {
        guard let path = try document(in: parameters), settings.simulates,
            let (findings, outcome) = try await details(of: path)
        else { return [] }
        let mapper = PositionMapper(documents[path]?.text ?? outcome.session.text(of: path) ?? [], client.encoding)
        let uri = (documents[path]?.uri ?? DocumentURI(path: path)).text
        let lenses = Dictionary(grouping: findings, by: \.context.line).sorted { $0.key < $1.key }.compactMap {
            line, findings -> JSONValue? in
            guard let worst = findings.max(by: { Self.stall($0) < Self.stall($1) }),
                let verdict = FindingPage.shortVerdict(worst)
            else { return nil }
            let place = mapper.position(of: SourcePosition(line: line, column: 1))
            return [
                "range": PositionRange(place, place).json,
                "command": [
                    "title": .string("\(verdict) · simulate"), "command": .string(EditorCommand.simulate.rawValue),
                    "arguments": [.string(uri), .integer(worst.start.line)],
                ],
            ]
        }
        return .array(lenses)
    }

    /// For ever is the longest.
    private static func stall(_ finding: Finding) -> Duration {
        guard let before = finding.verdict?.before else { return .zero }
        return before.maxStall ?? .seconds(Int64.max)
    }
}
