import Analysis
import LanguageServerProtocol
import Reporting
import SourceModel

/// Says a finding as a diagnostic of the protocol, with as much as the client understands.
struct DiagnosticWriter {
    private let client: ClientCapabilities
    private let session: WorkspaceSession
    private let pages: [RuleID: String]
    private var mappers: [String: PositionMapper] = [:]

    init(_ client: ClientCapabilities, _ session: WorkspaceSession) {
        self.client = client
        self.session = session
        // A page of the repository has no address of its own.
        pages = session.contents.catalogue.rules.mapValues(\.page).filter { $0.value.hasPrefix("https://") }
    }

    mutating func diagnostic(_ finding: Finding) -> JSONValue {
        let mapper = mapper(of: finding.file)
        // Lists show the first line, and what pops up shows both.
        let message = finding.advice.isEmpty ? finding.message : "\(finding.message).\n\(finding.advice)."
        var related: JSONValue?
        if client.showsRelatedInformation, finding.path.count > 1 { related = .array(finding.path.map { step($0) }) }
        var description: JSONValue?
        if client.followsCodeDescription, let page = pages[finding.rule] { description = ["href": .string(page)] }
        return .present([
            "range": mapper.range(of: finding.range).json,
            "severity": .integer(Self.number(finding.severity)),
            "code": .string(finding.rule.rawValue),
            "codeDescription": description,
            "source": "unblock",
            "message": .string(message),
            "tags": client.showsUnnecessary && finding.isAboutComment ? [1] : nil,
            "relatedInformation": related,
            "data": client.keepsDiagnosticData ? ["fingerprint": .string(finding.fingerprint)] : nil,
        ])
    }

    mutating func mapper(of path: String) -> PositionMapper {
        if let known = mappers[path] { return known }
        let made = PositionMapper(session.text(of: path) ?? [], client.encoding)
        mappers[path] = made
        return made
    }

    private mutating func step(_ step: EvidenceStep) -> JSONValue {
        let place = mapper(of: step.file).position(of: step.position)
        let path = FilePath.absolute(step.file, in: session.contents.workingDirectory)
        let message = step.isRemark ? step.symbol : "calls `\(step.symbol)`"
        return [
            "location": ["uri": .string(DocumentURI(path: path).text), "range": PositionRange(place, place).json],
            "message": .string(message),
        ]
    }

    private static func number(_ severity: Severity) -> Int {
        switch severity {
        case .error: 1
        case .warning: 2
        case .note: 3
        }
    }
}
