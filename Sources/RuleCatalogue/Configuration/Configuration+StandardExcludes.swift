extension Configuration {
    /// What nobody wants to hear about: build products, checkouts of dependencies, generated code.
    package static let standardExcludes: [PathPattern] = {
        let names = [
            ".build", ".build-*", ".git", ".swiftpm", "checkouts", "DerivedData", "Pods", "Carthage", "node_modules",
            "*.pb.swift", "*.grpc.swift", "*.connect.swift", "*.generated.swift", "GeneratedSources",
        ]
        return names.compactMap { try? PathPattern($0) }
    }()
}
