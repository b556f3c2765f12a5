/// What `rules/effects/sendable-tools-support.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableToolsSupport: StaticString = #"""
L	swift-tools-support-core	TSCBasic,TSCUtility,Basics
T	AbsolutePath		Sendable
T	ByteString		Sendable
T	FileSystem		Sendable
T	ProcessResult		Sendable
T	RelativePath		Sendable
"""#
}
