/// What `rules/effects/dispatch.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let dispatch: StaticString = #"""
L	Dispatch	Dispatch,Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	DispatchSemaphore.wait()	future-wait-in-async	future-work		ua	10.0	1000.0	never			apple	compiled		Suspend on a continuation, await the task itself, or use an async semaphore
E	DispatchSemaphore.wait(timeout:)	future-wait-in-async	future-work		ua	10.0	1000.0	never			apple	compiled
W	mentions	timeout	distantFuture
E	DispatchSemaphore.wait(timeout:)	future-wait-in-async	future-work		a	10.0	1000.0	never			apple	compiled
U	zero	timeout
E	DispatchSemaphore.wait(wallTimeout:)	future-wait-in-async	future-work		ua	10.0	1000.0	never				compiled
W	mentions	wallTimeout	distantFuture
E	DispatchSemaphore.wait(wallTimeout:)	future-wait-in-async	future-work		a	10.0	1000.0	never				compiled
U	zero	wallTimeout
E	DispatchSemaphore.signal()	future-wait-in-async	future-work		r	0.0	0.0	never				compiled
E	DispatchGroup.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never			apple	compiled	await withCheckedContinuation { done in {receiver}.notify(queue: .global()) { done.resume() } }
E	DispatchGroup.wait(timeout:)	future-wait-in-async	future-work		u	10.0	1000.0	never				compiled
W	mentions	timeout	distantFuture
E	DispatchGroup.wait(timeout:)	future-wait-in-async	future-work			10.0	1000.0	never				compiled
U	zero	timeout
E	DispatchGroup.wait(wallTimeout:)	future-wait-in-async	future-work		u	10.0	1000.0	never				compiled
W	mentions	wallTimeout	distantFuture
E	DispatchGroup.wait(wallTimeout:)	future-wait-in-async	future-work			10.0	1000.0	never				compiled
U	zero	wallTimeout
E	DispatchWorkItem.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never				compiled		notify(queue:execute:) and a continuation
E	DispatchWorkItem.wait(timeout:)	future-wait-in-async	future-work		u	10.0	1000.0	never				compiled
W	mentions	timeout	distantFuture
E	DispatchWorkItem.wait(timeout:)	future-wait-in-async	future-work			10.0	1000.0	never				compiled
U	zero	timeout
E	DispatchWorkItem.wait(wallTimeout:)	future-wait-in-async	future-work		u	10.0	1000.0	never				compiled
W	mentions	wallTimeout	distantFuture
E	DispatchWorkItem.wait(wallTimeout:)	future-wait-in-async	future-work			10.0	1000.0	never				compiled
U	zero	wallTimeout
E	DispatchWorkItem.perform()	dispatch-sync-in-async	cpu			0.1	20.0	never	possible			compiled
E	DispatchQueue.sync(execute:)	dispatch-sync-in-async	future-work		u	1000.0	60000.0	never				compiled		Call the code directly: it is on the main actor already
W	receiver	main-queue
W	context	main-actor
E	DispatchQueue.sync(execute:)	dispatch-sync-in-async	future-work			2.0	200.0	never				compiled		`await MainActor.run { … }`
W	receiver	main-queue
E	DispatchQueue.sync(execute:)	dispatch-sync-in-async	future-work			0.001	1.0	never	possible			compiled		An actor, or `Mutex`, in place of the queue
W	receiver	state-queue
E	DispatchQueue.sync(execute:)	dispatch-sync-in-async	future-work			0.05	50.0	never				compiled		queue.async and a continuation, or an actor in place of the queue
E	DispatchQueue.sync(flags:execute:)	dispatch-sync-in-async	future-work		u	1000.0	60000.0	never				compiled		Call the code directly: it is on the main actor already
W	receiver	main-queue
W	context	main-actor
E	DispatchQueue.sync(flags:execute:)	dispatch-sync-in-async	future-work			2.0	200.0	never				compiled		`await MainActor.run { … }`
W	receiver	main-queue
E	DispatchQueue.sync(flags:execute:)	dispatch-sync-in-async	future-work			0.001	1.0	never	possible			compiled		An actor, or `Mutex`, in place of the queue
W	receiver	state-queue
E	DispatchQueue.sync(flags:execute:)	dispatch-sync-in-async	future-work			0.05	50.0	never				compiled		queue.async and a continuation, or an actor in place of the queue
E	DispatchQueue.asyncAndWait(execute:)	dispatch-sync-in-async	future-work		u	1000.0	60000.0	never		,apple		memory		Call the code directly: it is on the main actor already
W	receiver	main-queue
W	context	main-actor
E	DispatchQueue.asyncAndWait(execute:)	dispatch-sync-in-async	future-work			2.0	200.0	never		,apple		memory		`await MainActor.run { … }`
W	receiver	main-queue
E	DispatchQueue.asyncAndWait(execute:)	dispatch-sync-in-async	future-work			0.05	50.0	never		,apple		memory		queue.async and a continuation, or an actor in place of the queue
E	DispatchQueue.concurrentPerform(iterations:execute:)	dispatch-sync-in-async	cpu			5.0	500.0	likely				compiled		A task group, or a future on an executor of your own
E	dispatchMain()	future-wait-in-async	future-work		u	10.0	1000.0					compiled		Suspend in main: a top-level await, or ServiceGroup.run()
"""#
}
