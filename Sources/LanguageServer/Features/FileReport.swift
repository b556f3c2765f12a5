import LanguageServerProtocol
import SourceModel

/// The diagnostics of one file as the client gets them.
struct FileReport: Sendable {
    /// Names these diagnostics: `resultId`.
    var id: Int
    var findings: [Finding]
    /// The document's version that they are about; `nil` for a file that is not open.
    var version: Int?
    var diagnostics: [JSONValue]
    /// Whether the client has them.
    var isTold = false
}
