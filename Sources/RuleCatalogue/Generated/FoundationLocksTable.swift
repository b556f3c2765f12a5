/// What `rules/effects/foundation-locks.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationLocks: StaticString = #"""
L	Foundation	Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	NSLock.lock()	lock-in-async	lock		at	0.0001	1.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
E	NSLock.unlock()	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSLock.try()	lock-in-async	lock		a	0.0	0.0	never			apple,linux	compiled
E	NSLock.lock(before:)	lock-in-async	lock		at	0.0001	1000.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
U	zero	before
E	NSLock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NSRecursiveLock.lock()	lock-in-async	lock		at	0.0001	1.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
E	NSRecursiveLock.unlock()	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSRecursiveLock.try()	lock-in-async	lock		a	0.0	0.0	never			apple,linux	compiled
E	NSRecursiveLock.lock(before:)	lock-in-async	lock		at	0.0001	1000.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
U	zero	before
E	NSRecursiveLock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NSCondition.lock()	lock-in-async	lock		at	0.0001	1.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
E	NSCondition.unlock()	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSCondition.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NSConditionLock.lock()	lock-in-async	lock		at	0.0001	1.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
E	NSConditionLock.unlock()	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSConditionLock.try()	lock-in-async	lock		a	0.0	0.0	never			apple,linux	compiled
E	NSConditionLock.lock(before:)	lock-in-async	lock		at	0.0001	1000.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
U	zero	before
E	NSConditionLock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NSLocking.lock()	lock-in-async	lock		at	0.0001	1.0	never			apple,linux	compiled		An actor, or withLock { } with no await inside
E	NSLocking.unlock()	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSLocking.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				compiled
E	NSCondition.wait()	future-wait-in-async	future-work		ut	10.0	1000.0	never			apple,linux	compiled		Suspend on a continuation, or iterate an AsyncStream
E	NSCondition.wait(until:)	future-wait-in-async	future-work		t	10.0	1000.0	never			apple,linux	compiled
U	zero	until
E	NSCondition.signal()	blocking-in-async	cpu			0.0	0.0	never	possible		apple,linux	compiled
E	NSCondition.broadcast()	blocking-in-async	cpu			0.0	0.0	never	possible			compiled
E	NSConditionLock.lock(whenCondition:)	future-wait-in-async	future-work		uat	10.0	1000.0	likely			apple,linux	compiled
E	NSConditionLock.lock(whenCondition:before:)	future-wait-in-async	future-work		at	10.0	1000.0	likely			apple,linux	compiled
U	zero	before
E	NSConditionLock.tryLock(whenCondition:)	lock-in-async	lock		a	0.0	0.0	never			apple,linux	compiled
E	NSConditionLock.unlock(withCondition:)	lock-in-async	lock		r	0.0	0.0	never			apple,linux	compiled
E	NSDistributedLock.try()	lock-in-async	disk		a	0.1	8.0	never		,apple		memory
E	NSDistributedLock.unlock()	lock-in-async	disk		r	0.1	8.0	never		,apple		memory
C	NSLock.withLock(_:)		0	in-place
C	NSRecursiveLock.withLock(_:)		0	in-place
C	NSCondition.withLock(_:)		0	in-place
C	NSConditionLock.withLock(_:)		0	in-place
C	NSLocking.withLock(_:)		0	in-place
"""#
}
