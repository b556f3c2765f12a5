import LanguageServerProtocol

/// How much the client wants to hear about what the server does: `$/setTrace`.
enum Trace: String, Sendable {
    case off, messages, verbose

    /// Whatever is unknown is `off`.
    init(_ json: JSONValue?) { self = json?.string.flatMap { Trace(rawValue: $0) } ?? .off }
}

extension LanguageServer {
    /// Tells a client that asked for it which request was answered.
    func tell(
        of result: Result<JSONValue, ResponseError>, to method: String, _ id: RequestID, after time: Duration
    ) {
        guard trace != .off else { return }
        var outcome = "answered"
        if case .failure(let error) = result { outcome = "refused: \(error.message)" }
        let milliseconds = time / .milliseconds(1)
        notify(
            "$/logTrace",
            .present([
                "message": .string("'\(method)' (\(id)) \(outcome)"),
                "verbose": trace == .verbose ? .string("after \(Int(milliseconds.rounded())) ms") : nil,
            ]))
    }
}
