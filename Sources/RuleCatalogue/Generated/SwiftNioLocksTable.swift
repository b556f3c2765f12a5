/// What `rules/effects/swift-nio-locks.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftNioLocks: StaticString = #"""
L	swift-nio	NIOConcurrencyHelpers,NIO,NIOCore,Vapor
T	NIOLock	struct
T	Lock	class
T	ConditionLock	class
T	NIOLockedValueBox	struct
E	NIOLock.lock()	lock-in-async	lock		at	0.0001	1.0	never				compiled		withLock { } with no await inside, or an actor
E	NIOLock.unlock()	lock-in-async	lock		r	0.0	0.0	never				compiled
E	NIOLock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NIOLock.withLockVoid(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	Lock.lock()	lock-in-async	lock		at	0.0001	1.0	never				compiled		withLock { } with no await inside, or an actor
E	Lock.unlock()	lock-in-async	lock		r	0.0	0.0	never				compiled
E	Lock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	Lock.withLockVoid(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	ConditionLock.lock()	lock-in-async	lock		at	0.0001	1.0	never				compiled		withLock { } with no await inside, or an actor
E	ConditionLock.unlock()	lock-in-async	lock		r	0.0	0.0	never				compiled
E	NIOLockedValueBox.withLockedValue(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	ConditionLock.lock(whenValue:)	future-wait-in-async	future-work		uat	10.0	1000.0	likely				compiled
E	ConditionLock.lock(whenValue:timeoutSeconds:)	future-wait-in-async	future-work		at	10.0	1000.0	likely				compiled
U	zero	timeoutSeconds
E	ConditionLock.unlock(withValue:)	lock-in-async	lock		r	0.0	0.0	never				compiled
C	NIOLock.withLock(_:)		0	in-place
C	NIOLock.withLockVoid(_:)		0	in-place
C	Lock.withLock(_:)		0	in-place
C	Lock.withLockVoid(_:)		0	in-place
C	NIOLockedValueBox.withLockedValue(_:)		0	in-place
"""#
}
