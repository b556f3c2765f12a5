/// Why a request has no result.
package struct ResponseError: Error, Sendable, Hashable {
    package var code: Int
    package var message: String
    package var data: JSONValue?

    /// The codes of JSON-RPC 2.0 and of LSP 3.17 that this server sends.
    package enum Code: Int, Sendable {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case internalError = -32603
        case serverNotInitialized = -32002
        case requestFailed = -32803
        /// The server gave up; the client may ask again.
        case serverCancelled = -32802
        /// What was asked about has changed since.
        case contentModified = -32801
        case requestCancelled = -32800
    }

    package init(_ code: Code, _ message: String, data: JSONValue? = nil) {
        self.code = code.rawValue
        self.message = message
        self.data = data
    }

    /// What the other side sent; it may have left anything out.
    init(_ json: JSONValue) {
        code = json["code"]?.integer ?? Code.internalError.rawValue
        message = json["message"]?.string ?? ""
        data = json["data"]
    }

    var json: JSONValue {
        .present(["code": .integer(code), "message": .string(message), "data": data])
    }
}
