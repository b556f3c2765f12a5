/// What `rules/effects/sendable-dispatch.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableDispatch: StaticString = #"""
L	Dispatch
T	DispatchGroup		Sendable
T	DispatchIO		Sendable
T	DispatchQoS		Sendable
T	DispatchQueue		Sendable
T	DispatchSemaphore		Sendable
T	DispatchSource		Sendable
T	DispatchTime		Sendable
T	DispatchTimeInterval		Sendable
T	DispatchTimeoutResult		Sendable
T	DispatchWallTime		Sendable
"""#
}
