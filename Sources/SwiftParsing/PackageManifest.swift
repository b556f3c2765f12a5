/// What a `Package.swift` says about its targets, as far as it says it in literals.
///
/// The manifest is read, never run: a target whose name is computed is missing here, and a caller falls back on the
/// names of folders.
package struct PackageManifest: Sendable, Hashable {
    package var name: String?
    /// In the order of the manifest, each name once.
    package var targets: [Target]

    /// The targets of each library that other packages may depend on.
    package var products: [String: [String]] = [:]

    /// Paths of the packages on the same disk that it depends on, as they are written.
    package var localPackages: [String] = []

    /// Whether every platform that is named has `Duration` and `Task.sleep(for:)`: macOS 13, iOS 16 and their kin.
    package var hasDurations = true

    /// Asynchronous functions of some target run where their callers do (SE-0461).
    package var isNonsendingByDefault = false

    package init(name: String? = nil, targets: [Target] = []) {
        self.name = name
        self.targets = targets
    }

    package struct Target: Sendable, Hashable {
        package enum Kind: Sendable, Hashable { case library, executable, test, macro, plugin }

        package var name: String
        package var kind: Kind
        /// From the package's directory; `nil` when the target follows the convention.
        package var path: String?
        /// Names of targets and products.
        package var dependencies: [String]
        /// The isolation of declarations that state none: `MainActor`, or `nil`.
        package var defaultGlobalActor: String?

        package init(
            name: String, kind: Kind, path: String? = nil, dependencies: [String] = [],
            defaultGlobalActor: String? = nil
        ) {
            self.name = name
            self.kind = kind
            self.path = path
            self.dependencies = dependencies
            self.defaultGlobalActor = defaultGlobalActor
        }
    }
}
