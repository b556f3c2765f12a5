/// What `rules/effects/os.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let os: StaticString = #"""
L	os	os,OSLog
T	OSAllocatedUnfairLock	struct
E	OSAllocatedUnfairLock.lock()	lock-in-async	lock		at	0.0001	1.0	never		,apple		memory		OSAllocatedUnfairLock.withLock, with no await inside
E	OSAllocatedUnfairLock.unlock()	lock-in-async	lock		r	0.0	0.0	never		,apple		memory
E	OSAllocatedUnfairLock.lockIfAvailable()	lock-in-async	lock		at	0.0	0.0	never		,apple		memory
E	OSAllocatedUnfairLock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never		,apple		memory
E	OSAllocatedUnfairLock.withLockUnchecked(_:)	lock-in-async	lock		s	0.0001	0.1	never		,apple		memory
E	OSAllocatedUnfairLock.withLockIfAvailable(_:)	lock-in-async	lock		s	0.0001	0.1	never		,apple		memory
E	OSAllocatedUnfairLock.withLockIfAvailableUnchecked(_:)	lock-in-async	lock		s	0.0001	0.1	never		,apple		memory
E	OSLogStore.getEntries(with:at:matching:)	file-io-in-async	disk	with,at,matching		50.0	3000.0	likely		,apple		memory
E	OSLogStore.init(scope:)	file-io-in-async	disk			5.0	100.0	never		,apple		memory
C	OSAllocatedUnfairLock.withLock(_:)		0	in-place
C	OSAllocatedUnfairLock.withLockUnchecked(_:)		0	in-place
C	OSAllocatedUnfairLock.withLockIfAvailable(_:)		0	in-place
C	OSAllocatedUnfairLock.withLockIfAvailableUnchecked(_:)		0	in-place
C	withIntervalSignpost(_:id:_:around:)	id	around	in-place
C	OSSignposter.withIntervalSignpost(_:id:around:)	id	around	in-place
"""#
}
