/// What the client says it can do, as far as this server asks; whatever is missing is taken for "no".
package struct ClientCapabilities: Sendable, Hashable {
    package var encoding = PositionEncoding.utf16
    package var pullsDiagnostics = false
    package var refreshesDiagnostics = false
    package var showsRelatedInformation = false
    package var followsCodeDescription = false
    package var keepsDiagnosticData = false
    package var showsUnnecessary = false
    package var readsPublishedVersion = false
    package var showsPreferred = false
    package var showsDisabled = false
    package var takesDocumentChanges = false
    package var createsFiles = false
    package var appliesEdits = false
    package var annotatesChanges = false
    package var answersConfiguration = false
    package var registersWatchedFiles = false
    package var registersConfiguration = false
    package var readsMarkdown = false
    package var showsProgress = false
    package var showsDocuments = false
    package var refreshesLenses = false
    package var refreshesHints = false

    package init() {}

    /// - Parameter json: `capabilities` of the request to initialize.
    package init(_ json: JSONValue?) {
        let document = json?["textDocument"]
        let workspace = json?["workspace"]
        let published = document?["publishDiagnostics"]
        let actions = document?["codeAction"]
        let window = json?["window"]
        let edits = workspace?["workspaceEdit"]
        encoding = .chosen(from: json?["general"]?["positionEncodings"])
        pullsDiagnostics = document?["diagnostic"] != nil
        refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.bool ?? false
        showsRelatedInformation =
            (document?["diagnostic"]?["relatedInformation"] ?? published?["relatedInformation"])?.bool ?? false
        followsCodeDescription =
            (document?["diagnostic"]?["codeDescriptionSupport"] ?? published?["codeDescriptionSupport"])?.bool ?? false
        keepsDiagnosticData =
            (document?["diagnostic"]?["dataSupport"] ?? published?["dataSupport"])?.bool ?? false
        showsUnnecessary =
            (document?["diagnostic"]?["tagSupport"] ?? published?["tagSupport"])?["valueSet"]?.array?.contains(1)
            ?? false
        readsPublishedVersion = published?["versionSupport"]?.bool ?? false
        showsPreferred = actions?["isPreferredSupport"]?.bool ?? false
        showsDisabled = actions?["disabledSupport"]?.bool ?? false
        takesDocumentChanges = edits?["documentChanges"]?.bool ?? false
        createsFiles = edits?["resourceOperations"]?.array?.contains("create") ?? false
        appliesEdits = workspace?["applyEdit"]?.bool ?? false
        annotatesChanges = edits?["changeAnnotationSupport"] != nil
        answersConfiguration = workspace?["configuration"]?.bool ?? false
        registersWatchedFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
        registersConfiguration = workspace?["didChangeConfiguration"]?["dynamicRegistration"]?.bool ?? false
        showsProgress = window?["workDoneProgress"]?.bool ?? false
        showsDocuments = window?["showDocument"]?["support"]?.bool ?? false
        refreshesLenses = workspace?["codeLens"]?["refreshSupport"]?.bool ?? false
        refreshesHints = workspace?["inlayHint"]?["refreshSupport"]?.bool ?? false
        readsMarkdown = document?["hover"]?["contentFormat"]?.array?.contains("markdown") ?? false
    }
}
