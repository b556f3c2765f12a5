import SourceModel
import SwiftParsing
import SwiftSyntax

/// The `unblock:blocking` and `unblock:nonblocking` comments of a file, to be matched to the declarations below them.
struct MarkerComments {
    private let places: [(start: Int, isBlocking: Bool)]

    init(_ directives: [Directive]) {
        places = directives.compactMap {
            switch $0.kind {
            case .blocking: ($0.range.start, true)
            case .nonblocking: ($0.range.start, false)
            case .allow, .allowFile, .malformed: nil
            }
        }
    }

    /// The markers in the comments directly above a declaration. O(markers in the file).
    func above(_ declaration: some SyntaxProtocol) -> Markers {
        guard !places.isEmpty else { return Markers() }
        let start = declaration.position.utf8Offset
        let end = declaration.positionAfterSkippingLeadingTrivia.utf8Offset
        var markers = Markers()
        for place in places where start <= place.start && place.start < end {
            if place.isBlocking { markers.isBlocking = true } else { markers.isNonblocking = true }
        }
        return markers
    }
}
