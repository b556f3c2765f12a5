/// One message of the other side.
package enum IncomingMessage: Sendable, Hashable {
    case request(RequestID, method: String, JSONValue)
    case notification(method: String, JSONValue)
    /// The answer to one of our requests; an answer without an id belongs to none and is no message for anybody.
    case response(RequestID?, Result<JSONValue, ResponseError>)
    /// - id: of the request that it wants to be, when it has one.
    case invalid(RequestID?, ResponseError)

    /// Never fails: what cannot be read is `invalid`, with the error that answers it.
    package init(_ body: [UInt8]) {
        let json: JSONValue
        do throws(JSONReader.Failure) {
            json = try JSONReader.read(body)
        } catch {
            self = .invalid(nil, ResponseError(.parseError, "the message is no JSON: \(error)"))
            return
        }
        guard case .object(let members) = json else {
            self = .invalid(nil, ResponseError(.invalidRequest, "a message is an object; batches are not part of LSP"))
            return
        }
        let id = members["id"].flatMap { RequestID($0) }
        let parameters = json["params"] ?? .null
        if let method = json["method"]?.string {
            if let id {
                self = .request(id, method: method, parameters)
            } else if members["id"] == nil {
                self = .notification(method: method, parameters)
            } else {
                self = .invalid(nil, ResponseError(.invalidRequest, "the id of a request is a number or a string"))
            }
        } else if let error = json["error"] {
            self = .response(id, .failure(ResponseError(error)))
        } else if let result = members["result"] {
            self = .response(id, .success(result))
        } else {
            self = .invalid(id, ResponseError(.invalidRequest, "a message has a method, a result or an error"))
        }
    }
}
