/// A place in a document: both numbers count from zero, the second one in units of the negotiated encoding.
package struct Position: Sendable, Hashable, Comparable {
    package var line: Int
    package var character: Int

    package init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    /// Negative numbers are none.
    package init?(_ json: JSONValue?) {
        guard let line = json?["line"]?.integer, let character = json?["character"]?.integer, line >= 0, character >= 0
        else { return nil }
        self.init(line: line, character: character)
    }

    package var json: JSONValue { ["line": .integer(line), "character": .integer(character)] }

    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.character) < (right.line, right.character)
    }
}

/// A half-open range of a document. Clients also send reversed ones, which are read the right way round.
package struct PositionRange: Sendable, Hashable {
    package var start: Position
    package var end: Position

    package init(_ start: Position, _ end: Position) {
        self.start = min(start, end)
        self.end = max(start, end)
    }

    package init?(_ json: JSONValue?) {
        guard let start = Position(json?["start"]), let end = Position(json?["end"]) else { return nil }
        self.init(start, end)
    }

    package var json: JSONValue { ["start": start.json, "end": end.json] }

    /// Whether they have a place in common; an empty range at an end counts.
    package func touches(_ other: PositionRange) -> Bool { start <= other.end && other.start <= end }
}
