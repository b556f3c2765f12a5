import LanguageServerProtocol
import SourceModel

/// What the user has set in the editor: `unblock.*`, from `initializationOptions` or by `workspace/configuration`.
struct ClientSettings: Sendable, Hashable {
    /// Lies over the one of `.unblock.yml`; `nil` leaves that.
    var minConfidence: Confidence?
    /// Whether findings are simulated.
    var simulates = true
    /// Whether findings are shown that the compiler reports as well; their fixes are offered either way.
    var showsCompilerFindings = false
    /// Whether synchronous functions that block are marked where they are declared.
    var showsHints = false

    init() {}

    /// - Parameter json: the settings themselves, or an object that has them under `unblock`. What is unknown is passed
    ///   over.
    init(_ json: JSONValue?) {
        let settings = json?["unblock"] ?? json
        minConfidence = settings?["minConfidence"]?.string.flatMap { Confidence(rawValue: $0) }
        simulates = settings?["simulate"]?.bool ?? true
        showsCompilerFindings = settings?["compilerFindings"]?.string == "show"
        showsHints = settings?["inlayHints"]?.bool ?? false
    }
}
