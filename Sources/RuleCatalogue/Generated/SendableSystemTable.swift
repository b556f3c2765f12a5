/// What `rules/effects/sendable-system.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableSystem: StaticString = #"""
L	System	System,SystemPackage
T	FilePath		Sendable
T	FilePath.Component		Sendable
T	FileDescriptor		Sendable
T	FilePermissions		Sendable
T	Errno		Sendable
"""#
}
