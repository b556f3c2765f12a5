/// What `rules/effects/posix-locks.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixLocks: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,os,ObjectiveC
E	pthread_mutex_lock(_:)	lock-in-async	lock		at	0.0001	1.0				apple	compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_mutex_trylock(_:)	lock-in-async	lock		at	0.0	0.0				apple	compiled
E	pthread_mutex_unlock(_:)	lock-in-async	lock		rt	0.0	0.0				apple	compiled
E	pthread_mutex_timedlock(_:_:)	lock-in-async	lock		at	0.0001	1000.0			,linux		compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_rwlock_rdlock(_:)	lock-in-async	lock		at	0.0001	1.0				apple	compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_rwlock_wrlock(_:)	lock-in-async	lock		at	0.0001	1.0				apple	compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_rwlock_tryrdlock(_:)	lock-in-async	lock		at	0.0	0.0				apple	compiled
E	pthread_rwlock_trywrlock(_:)	lock-in-async	lock		at	0.0	0.0				apple	compiled
E	pthread_rwlock_unlock(_:)	lock-in-async	lock		rt	0.0	0.0				apple	compiled
E	pthread_rwlock_timedrdlock(_:_:)	lock-in-async	lock		at	0.0001	1000.0			,linux		compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_rwlock_timedwrlock(_:_:)	lock-in-async	lock		at	0.0001	1000.0			,linux		compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_spin_lock(_:)	lock-in-async	lock		at	0.0001	1.0			,linux		compiled		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	pthread_spin_trylock(_:)	lock-in-async	lock		at	0.0	0.0			,linux		compiled
E	pthread_spin_unlock(_:)	lock-in-async	lock		rt	0.0	0.0			,linux		compiled
E	OSSpinLockLock(_:)	lock-in-async	lock		a	0.0001	1.0			,apple		memory		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	OSSpinLockUnlock(_:)	lock-in-async	lock		r	0.0	0.0			,apple		memory
E	os_unfair_lock_lock(_:)	lock-in-async	lock		at	0.0001	1.0			,apple	apple	header		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	os_unfair_lock_trylock(_:)	lock-in-async	lock		at	0.0	0.0			,apple		memory
E	os_unfair_lock_unlock(_:)	lock-in-async	lock		rt	0.0	0.0			,apple		memory
E	os_unfair_recursive_lock_lock(_:)	lock-in-async	lock		at	0.0001	1.0			,apple	apple	header		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	os_unfair_recursive_lock_unlock(_:)	lock-in-async	lock		rt	0.0	0.0			,apple		header
E	objc_sync_enter(_:)	lock-in-async	lock		a	0.0001	1.0			,apple		memory		Mutex.withLock (Synchronization), OSAllocatedUnfairLock.withLock, or an actor
E	objc_sync_exit(_:)	lock-in-async	lock		r	0.0	0.0			,apple		memory
E	flockfile(_:)	lock-in-async	lock		at	0.0001	1.0		likely			compiled
E	funlockfile(_:)	lock-in-async	lock		r	0.0	0.0					compiled
E	flock(_:_:)	lock-in-async	lock		r	0.0	0.0					compiled
W	mentions	1	LOCK_UN
E	flock(_:_:)	lock-in-async	lock		a	0.0	0.0					compiled
W	mentions	1	LOCK_NB
E	flock(_:_:)	lock-in-async	lock		ua	0.01	1000.0					compiled		Ask with the non-blocking flag and retry after Task.sleep
E	lockf(_:_:_:)	lock-in-async	lock		r	0.0	0.0					compiled
W	mentions	1	F_ULOCK
E	lockf(_:_:_:)	lock-in-async	lock		a	0.0	0.0					compiled
W	mentions	1	F_TLOCK,F_TEST
E	lockf(_:_:_:)	lock-in-async	lock		ua	0.01	1000.0					compiled		Ask with the non-blocking flag and retry after Task.sleep
E	fcntl(_:_:_:)	lock-in-async	lock		ua	0.01	1000.0					compiled		Ask with the non-blocking flag and retry after Task.sleep
W	mentions	1	F_SETLKW,F_OFD_SETLKW
E	pthread_cond_wait(_:_:)	future-wait-in-async	future-work		ut	10.0	1000.0				apple	compiled		Suspend on a continuation, or iterate an AsyncStream
E	pthread_cond_timedwait(_:_:_:)	future-wait-in-async	future-work		t	10.0	1000.0				apple	compiled
E	pthread_cond_timedwait_relative_np(_:_:_:)	future-wait-in-async	future-work		t	10.0	1000.0			,apple	apple	header
E	pthread_join(_:_:)	future-wait-in-async	future-work		u	10.0	1000.0				apple	compiled		Let the thread resume a continuation when it ends
E	pthread_barrier_wait(_:)	future-wait-in-async	future-work		u	10.0	1000.0			,linux		compiled		withTaskGroup
E	IOServiceWaitQuiet(_:_:)	future-wait-in-async	future-work		u	10.0	1000.0			,apple		memory		IOServiceAddInterestNotification
E	pthread_exit(_:)	blocking-in-async	cpu			0.0	0.0		possible		apple	header
E	pthread_getspecific(_:)	blocking-in-async	cpu			0.0	0.0		possible		apple	header
E	pthread_setspecific(_:_:)	blocking-in-async	cpu			0.0	0.0		possible		apple	header
E	pthread_setcancelstate(_:_:)	blocking-in-async	cpu			0.0	0.0		possible		apple	header
E	pthread_testcancel()	blocking-in-async	cpu			0.0	0.0		possible		apple	header
E	pthread_setname_np(_:)	blocking-in-async	cpu			0.0	0.0		possible	,apple	apple	header
E	pthread_yield_np()	blocking-in-async	cpu			0.0	0.0		possible	,apple	apple	header
"""#
}
