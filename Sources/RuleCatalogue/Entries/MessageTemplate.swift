/// A sentence with places: `{callee}`, `{api}`, `{executor}`, `{waits}` and `{via}`.
package struct MessageTemplate: Sendable, Hashable {
    package let text: String

    /// The names a template may use between braces.
    package static let places = ["callee", "api", "executor", "waits", "via"]

    package init(_ text: String) { self.text = text }

    /// Puts words in the places; a place that is not known stays as it is written. O(length).
    ///
    /// - Parameters:
    ///   - callee: the flagged call as a reader would write it.
    ///   - api: the blocking API at the end of the path.
    ///   - executor: the threads that are held: "the cooperative pool".
    ///   - waits: what the call waits for, in words.
    ///   - via: empty for a direct call, otherwise " (through `helper()`)".
    package func filled(callee: String, api: String, executor: String, waits: String, via: String) -> String {
        var result = ""
        forEachPart { part in
            switch part {
            case .text(let text): result += text
            case .place("callee"): result += callee
            case .place("api"): result += api
            case .place("executor"): result += executor
            case .place("waits"): result += waits
            case .place("via"): result += via
            case .place(let other): result += "{\(other)}"
            }
        }
        return result
    }

    /// Places of the text that are none of `places`, in order.
    package var unknownPlaces: [String] {
        var unknown: [String] = []
        forEachPart { part in
            if case .place(let name) = part, !Self.places.contains(String(name)) { unknown.append(String(name)) }
        }
        return unknown
    }

    private enum Part {
        case text(Substring)
        case place(Substring)
    }

    private func forEachPart(_ body: (Part) -> Void) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let afterOpen = rest.index(after: open)
            guard let close = rest[afterOpen...].firstIndex(of: "}") else { break }
            body(.text(rest[..<open]))
            body(.place(rest[afterOpen..<close]))
            rest = rest[rest.index(after: close)...]
        }
        body(.text(rest))
    }
}
