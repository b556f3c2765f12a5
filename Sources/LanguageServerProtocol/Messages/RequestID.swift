/// What pairs a response with its request: a number or a string, given back exactly as it came.
package enum RequestID: Sendable, Hashable {
    case number(Int)
    case string(String)

    /// `nil` for what the specification allows for no request.
    package init?(_ json: JSONValue) {
        switch json {
        case .integer(let value): self = .number(value)
        case .string(let value): self = .string(value)
        default: return nil
        }
    }

    package var json: JSONValue {
        switch self {
        case .number(let value): .integer(value)
        case .string(let value): .string(value)
        }
    }
}
