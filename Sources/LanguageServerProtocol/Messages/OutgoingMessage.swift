/// One message to the other side.
package enum OutgoingMessage: Sendable, Hashable {
    case request(RequestID, method: String, JSONValue)
    case notification(method: String, JSONValue)
    /// - id: `nil` where a message could not be read far enough to know its own.
    case response(RequestID?, Result<JSONValue, ResponseError>)

    package var json: JSONValue {
        switch self {
        case .request(let id, let method, let parameters):
            ["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": parameters]
        case .notification(let method, let parameters):
            ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
        case .response(let id, .success(let result)):
            ["jsonrpc": "2.0", "id": id?.json ?? .null, "result": result]
        case .response(let id, .failure(let error)):
            ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": error.json]
        }
    }

    /// With its header, as the stream carries it.
    package var bytes: [UInt8] { framed(JSONWriter.write(json)) }
}
