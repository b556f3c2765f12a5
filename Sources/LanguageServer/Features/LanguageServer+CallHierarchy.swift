import Analysis
import LanguageServerProtocol
import SourceModel

/// The call hierarchy, restricted to ways that end in a blocking call.
extension LanguageServer {
    /// The blocking calls of a folder's present state; worked out when they are first asked for.
    func blockingPaths(of folder: Folder) async throws -> (paths: BlockingPaths, outcome: Folder.Outcome) {
        while true {
            let outcome = try await upToDate(folder.root, in: folder)
            guard outcome.isWhole, outcome.generation == folder.generation else {
                try await folder.changed.wait()
                continue
            }
            let task: Task<BlockingPaths, any Error>
            if let known = folder.paths, known.generation == outcome.generation {
                task = known.task
            } else {
                task = workOutPaths(folder, outcome)
                folder.paths = (outcome.generation, task)
            }
            let paths = try await task.value
            try Task.checkCancellation()
            if folder.generation == outcome.generation { return (paths, outcome) }
        }
    }

    private func workOutPaths(_ folder: Folder, _ outcome: Folder.Outcome) -> Task<BlockingPaths, any Error> {
        let executor = configuration.executor
        let linked = folder.linked
        // Nobody else may ask the program meanwhile; an edit that comes now links anew.
        folder.linked = nil
        return start { _ in
            let whole: LinkedProgram
            if let linked, linked.isWhole {
                whole = linked
            } else {
                whole = try await outcome.session.findings(on: executor).linked
            }
            let paths = try await executor.run { whole.blockingPaths }
            if folder.linked == nil, folder.generation == outcome.generation { folder.linked = whole }
            return paths
        }
    }

    // MARK: Requests

    func prepareCallHierarchy(_ parameters: JSONValue) async throws -> JSONValue {
        guard let position = Position(parameters["position"]) else {
            throw ResponseError(.invalidParams, "the call hierarchy needs a position")
        }
        guard let path = try document(in: parameters), let folder = folder(of: path) else { return .null }
        let (paths, outcome) = try await blockingPaths(of: folder)
        guard let name = outcome.session.path(of: path) else { return .null }
        var writer = DiagnosticWriter(client, outcome.session)
        let place = PositionRange(position, position)
        let nodes = paths.nodes(in: name)
        // On a call its target is meant, on a name the declaration.
        for index in nodes {
            for call in paths.nodes[index].calls where writer.mapper(of: name).range(of: call.range).touches(place) {
                return [item(call.node, paths, outcome, &writer)]
            }
        }
        let named = nodes.last { writer.mapper(of: name).range(of: paths.nodes[$0].nameRange).touches(place) }
        return named.map { [item($0, paths, outcome, &writer)] } ?? .null
    }

    func incomingCalls(_ parameters: JSONValue) async throws -> JSONValue {
        guard let (index, paths, outcome) = try await node(parameters) else { return [] }
        var writer = DiagnosticWriter(client, outcome.session)
        return calls(paths.nodes[index].callers, "from", paths, outcome, &writer) { paths.nodes[$0].file }
    }

    func outgoingCalls(_ parameters: JSONValue) async throws -> JSONValue {
        guard let (index, paths, outcome) = try await node(parameters) else { return [] }
        let node = paths.nodes[index]
        var writer = DiagnosticWriter(client, outcome.session)
        guard case .array(var calls) = calls(node.calls, "to", paths, outcome, &writer, { _ in node.file }) else {
            return []
        }
        for call in node.blockingCalls {
            let range = writer.mapper(of: node.file).range(of: call.range).json
            let end: JSONValue = [
                "name": .string(call.name), "kind": 12, "detail": "blocks its thread",
                "uri": .string(uri(of: node.file, outcome)), "range": range, "selectionRange": range,
            ]
            calls.append(["to": end, "fromRanges": [range]])
        }
        return .array(calls)
    }

    // MARK: Items

    /// The node that an item of ours names; `nil` for what no longer blocks, and for the library's calls.
    private func node(
        _ parameters: JSONValue
    ) async throws -> (index: Int, paths: BlockingPaths, outcome: Folder.Outcome)? {
        guard let item = parameters["item"], let path = item["uri"]?.string.flatMap({ DocumentURI($0).path }),
            let range = PositionRange(item["selectionRange"])
        else {
            throw ResponseError(.invalidParams, "this needs an item of the call hierarchy")
        }
        guard let folder = folder(of: FilePath.normalized(path)), let symbol = item["data"]?["symbol"]?.string else {
            return nil
        }
        let (paths, outcome) = try await blockingPaths(of: folder)
        guard let name = outcome.session.path(of: path) else { return nil }
        var writer = DiagnosticWriter(client, outcome.session)
        let twins = paths.nodes(in: name).filter { paths.nodes[$0].symbol == symbol }
        let same = twins.first { writer.mapper(of: name).range(of: paths.nodes[$0].nameRange) == range }
        return (same ?? twins.first).map { ($0, paths, outcome) }
    }

    /// One entry for each other end, with all the places of its calls.
    private func calls(
        _ calls: [BlockingPaths.Call], _ key: String, _ paths: BlockingPaths, _ outcome: Folder.Outcome,
        _ writer: inout DiagnosticWriter, _ file: (Int) -> String
    ) -> JSONValue {
        var order: [Int] = []
        var ranges: [Int: [JSONValue]] = [:]
        for call in calls {
            if ranges[call.node] == nil { order.append(call.node) }
            ranges[call.node, default: []].append(writer.mapper(of: file(call.node)).range(of: call.range).json)
        }
        return .array(
            order.map { index in
                [key: item(index, paths, outcome, &writer), "fromRanges": .array(ranges[index] ?? [])]
            })
    }

    private func item(
        _ index: Int, _ paths: BlockingPaths, _ outcome: Folder.Outcome, _ writer: inout DiagnosticWriter
    ) -> JSONValue {
        let node = paths.nodes[index]
        let mapper = writer.mapper(of: node.file)
        return [
            "name": .string(node.symbol), "kind": 12,
            "detail": .string(node.isContext ? "asynchronous: the blocking begins here" : "blocks its caller"),
            "uri": .string(uri(of: node.file, outcome)), "range": mapper.range(of: node.range).json,
            "selectionRange": mapper.range(of: node.nameRange).json, "data": ["symbol": .string(node.symbol)],
        ]
    }

    private func uri(of file: String, _ outcome: Folder.Outcome) -> String {
        let path = FilePath.absolute(file, in: outcome.session.contents.workingDirectory)
        return (documents[path]?.uri ?? DocumentURI(path: path)).text
    }
}
