/// Commands that the editor may ask the server to carry out.
enum EditorCommand: String, CaseIterable {
    /// Arguments: the document's URI, and the 1-based line of a finding. Answers with the report as text.
    case simulate = "unblock.simulate"
    /// Arguments as of `simulate`. Answers with the calls between the code and what blocks, as a tree.
    case showCallGraph = "unblock.showCallGraph"
    /// Argument: a rule. Answers with its page in Markdown.
    case explain = "unblock.explain"
    /// Applies the safe fixes of all files, or of those of the folder that a document is in, when its URI is given.
    case fixWorkspace = "unblock.fixWorkspace"
    /// Reads all folders again.
    case restart = "unblock.restart"
}
