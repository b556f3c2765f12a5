import LanguageServerProtocol
import Reporting
import SourceModel

/// Hover: why the call under the cursor blocks, how it is reached, and what simulated runs showed.
extension LanguageServer {
    func hover(_ parameters: JSONValue) async throws -> JSONValue {
        guard let position = Position(parameters["position"]) else {
            throw ResponseError(.invalidParams, "hover needs a position")
        }
        // A glance at the findings first: they are there, fixes and verdicts have to be worked out.
        guard let path = try document(in: parameters), let folder = folder(of: path) else { return .null }
        let quick = try await upToDate(path, in: folder)
        var writer = DiagnosticWriter(client, quick.session)
        let place = PositionRange(position, position)
        // The receiver of a call is a part of what the finding is about, though it is not underlined.
        let isHit = { (finding: Finding, writer: inout DiagnosticWriter) in
            let mapper = writer.mapper(of: finding.file)
            return mapper.range(of: finding.range).touches(place)
                || mapper.range(of: quick.session.expression(of: finding)).touches(place)
        }
        guard (quick.findings[path] ?? []).contains(where: { isHit($0, &writer) }),
            let (findings, outcome) = try await details(of: path)
        else { return .null }
        writer = DiagnosticWriter(client, outcome.session)
        let hits = findings.filter { isHit($0, &writer) }
        guard let first = hits.first else { return .null }
        let pages = hits.map { FindingPage($0) }
        let text = pages.map { client.readsMarkdown ? $0.markdown : $0.plain }.joined(
            separator: client.readsMarkdown ? "\n\n---\n\n" : "\n\n")
        return [
            "contents": ["kind": client.readsMarkdown ? "markdown" : "plaintext", "value": .string(text)],
            "range": writer.mapper(of: first.file).range(of: first.range).json,
        ]
    }
}
