/// What `rules/effects/sendable-grdb.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableGrdb: StaticString = #"""
L	GRDB	GRDB
T	DatabaseQueue		Sendable
T	DatabasePool		Sendable
T	DatabaseReader		Sendable
T	DatabaseWriter		Sendable
"""#
}
