/// What `rules/effects/sendable-x509.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableX509: StaticString = #"""
L	swift-certificates	X509
T	Certificate		Sendable
"""#
}
