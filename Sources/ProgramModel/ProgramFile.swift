/// One summarised file and what its package says about it.
package struct ProgramFile: Sendable {
    /// Path as reports print it; unique in a program.
    package var path: String
    /// Name of the module that the file is compiled into; files of one module see each other without an import.
    package var module: String
    /// Whether a manifest names the module; else it is a guess from the names of folders.
    package var isModuleKnown: Bool
    /// True for files of test targets.
    package var isTest: Bool
    /// The isolation of declarations that state none: `MainActor` under `.defaultIsolation(MainActor.self)`.
    package var defaultGlobalActor: String?
    package var summary: FileSummary
    /// What the compiler noted about this very text; `nil` when there is nothing.
    package var callees: CompilerCallees?

    package init(
        path: String, module: String, isModuleKnown: Bool = false, isTest: Bool = false,
        defaultGlobalActor: String? = nil, summary: FileSummary, callees: CompilerCallees? = nil
    ) {
        self.callees = callees
        self.path = path
        self.module = module
        self.isModuleKnown = isModuleKnown
        self.isTest = isTest
        self.defaultGlobalActor = defaultGlobalActor
        self.summary = summary
    }
}
