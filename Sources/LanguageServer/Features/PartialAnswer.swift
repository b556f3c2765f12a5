import LanguageServerProtocol

/// The answer about a whole workspace, which a client may take in parts: each folder as soon as it is known.
struct PartialAnswer {
    private let token: JSONValue?
    private var items: [JSONValue] = []
    private var hasParts = false

    /// - Parameter token: `partialResultToken` of the request; `nil` when the client wants everything at once.
    init(token: JSONValue?) { self.token = token }

    /// - Returns: what to tell the client now, if anything; it is then no part of the answer any more.
    mutating func add(_ part: [JSONValue], isNews: Bool) -> JSONValue? {
        guard let token, isNews else {
            items += part
            return nil
        }
        defer { items = [] }
        hasParts = true
        return ["token": token, "value": ["items": .array(items + part)]]
    }

    mutating func add(_ item: JSONValue) { items.append(item) }

    /// - Returns: the last part, if there is one, and the answer itself, which is empty once there were parts.
    mutating func finish() -> (part: JSONValue?, answer: JSONValue) {
        guard let token, hasParts else { return (nil, ["items": .array(items)]) }
        let part: JSONValue? = items.isEmpty ? nil : ["token": token, "value": ["items": .array(items)]]
        return (part, ["items": []])
    }
}
