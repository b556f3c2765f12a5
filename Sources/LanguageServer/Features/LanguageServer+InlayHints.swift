import Analysis
import LanguageServerProtocol
import SourceModel

/// Inlay hints, for those who want them: what a synchronous function blocks on, at its declaration.
extension LanguageServer {
    func inlayHints(_ parameters: JSONValue) async throws -> JSONValue {
        guard let range = PositionRange(parameters["range"]) else {
            throw ResponseError(.invalidParams, "inlay hints need a range")
        }
        guard let path = try document(in: parameters), settings.showsHints, let folder = folder(of: path) else {
            return []
        }
        let (paths, outcome) = try await blockingPaths(of: folder)
        guard let name = outcome.session.path(of: path), let text = outcome.session.text(of: name) else { return [] }
        let mapper = PositionMapper(text, client.encoding)
        let lines = LineTable(text)
        let hints = paths.nodes(in: name).compactMap { index -> JSONValue? in
            let node = paths.nodes[index]
            guard !node.isContext, !node.isClosure, let api = paths.blockingAPI(of: index) else { return nil }
            let line = lines.range(ofLine: lines.position(of: node.nameRange.start).line)
            let code = text[line.start..<line.end]
            let place = mapper.position(of: code.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.end)
            guard PositionRange(place, place).touches(range) else { return nil }
            return [
                "position": place.json, "label": .string("blocks: \(api)"), "paddingLeft": true,
                "tooltip": .string("`\(node.symbol)` holds its caller's thread until `\(api)` returns."),
            ]
        }
        return .array(hints)
    }
}
