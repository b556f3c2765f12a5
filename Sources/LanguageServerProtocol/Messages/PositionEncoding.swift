/// The units in which `Position.character` counts.
package enum PositionEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf32 = "utf-32"

    /// The cheapest of those that the client offers; UTF-16 is what everybody understands.
    package static func chosen(from offered: JSONValue?) -> PositionEncoding {
        let names = offered?.array?.compactMap(\.string) ?? []
        return [.utf8, .utf32].first { names.contains($0.rawValue) } ?? .utf16
    }
}
