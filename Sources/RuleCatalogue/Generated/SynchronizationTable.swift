/// What `rules/effects/synchronization.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let synchronization: StaticString = #"""
L	Synchronization	Synchronization
T	Mutex	struct
T	Atomic	struct
E	Mutex.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	Mutex.withLockIfAvailable(_:)	lock-in-async	lock		s	0.0001	0.001	never				compiled
C	Mutex.withLock(_:)		0	in-place
C	Mutex.withLockIfAvailable(_:)		0	in-place
"""#
}
