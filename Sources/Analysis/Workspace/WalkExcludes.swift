import RuleCatalogue

/// What a walk leaves out wherever it starts: build products, dependencies and generated code.
///
/// Asked about names below the start of the walk only, so that a checkout that is named as an argument is walked.
enum WalkExcludes {
    /// Whether a walk must not enter a directory of this name. Hidden ones include `.build` and `.git`.
    static func isExcludedDirectory(_ name: String) -> Bool {
        isHidden(name) || name.hasSuffix(".docc") || isStandard(name)
    }

    /// Whether a walk must not take a file of this name. Hidden ones are what some systems leave beside a copied file.
    static func isExcludedFile(_ name: String) -> Bool { isHidden(name) || isStandard(name) }

    /// Whether a walk must not follow a link of this name: Bazel's links lead to copies of the sources.
    static func isExcludedLink(_ name: String) -> Bool { name.hasPrefix("bazel-") }

    private static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

    private static func isStandard(_ name: String) -> Bool {
        Configuration.standardExcludes.contains { $0.matches(name) }
    }
}
