/// What `rules/effects/foundation-threads.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationThreads: StaticString = #"""
L	Foundation	Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	Thread.sleep(forTimeInterval:)	sleep-in-async	time			100.0	5000.0	likely			apple,linux	compiled	try await Task.sleep(for: .seconds({forTimeInterval}))
U	zero	forTimeInterval
E	Thread.sleep(until:)	sleep-in-async	time			100.0	5000.0				apple,linux	compiled	try await Task.sleep(for: .seconds({until}.timeIntervalSinceNow))
U	zero	until
E	RunLoop.run()	future-wait-in-async	future-work		ut	10.0	1000.0	never			linux	compiled		Iterate an AsyncSequence, or suspend on a continuation
E	RunLoop.run(until:)	future-wait-in-async	future-work		t	10.0	5000.0	never			linux	compiled		Task.sleep when it only passes time; otherwise suspend on a continuation that the event resumes
U	zero	until
E	RunLoop.run(mode:before:)	future-wait-in-async	future-work		t	10.0	5000.0	likely			linux	compiled		Suspend on a continuation that the event resumes
U	zero	before
E	RunLoop.acceptInput(forMode:before:)	future-wait-in-async	future-work		t	10.0	5000.0	likely			linux	compiled
U	zero	before
E	Operation.waitUntilFinished()	future-wait-in-async	future-work		u	10.0	1000.0	likely			apple,linux	compiled		Resume a continuation from completionBlock
E	OperationQueue.addOperations(_:waitUntilFinished:)	future-wait-in-async	future-work		u	10.0	1000.0	likely			apple,linux	compiled		Pass false and resume a continuation from a barrier block
W	equals	waitUntilFinished	true
E	OperationQueue.waitUntilAllOperationsAreFinished()	future-wait-in-async	future-work		u	10.0	1000.0	likely			apple,linux	compiled	await withCheckedContinuation { done in {receiver}.addBarrierBlock { done.resume() } }
E	Operation.main()	dispatch-sync-in-async	cpu			0.1	20.0	never	possible			compiled
E	Operation.start()	dispatch-sync-in-async	cpu			0.1	20.0	never	possible			compiled
E	NSObject.perform(_:on:with:waitUntilDone:)	future-wait-in-async	future-work		u	10.0	1000.0	likely		,apple		memory
W	equals	waitUntilDone	true
E	NSObject.performSelector(onMainThread:with:waitUntilDone:)	future-wait-in-async	future-work		u	10.0	1000.0	likely		,apple		memory		`await MainActor.run { … }`
W	equals	waitUntilDone	true
E	NSObject.performSelector(onMainThread:with:waitUntilDone:modes:)	future-wait-in-async	future-work		u	10.0	1000.0	likely		,apple		memory		`await MainActor.run { … }`
W	equals	waitUntilDone	true
E	Thread.current	blocking-in-async	cpu			0.0	0.0	never	possible		linux	compiled
E	RunLoop.current	blocking-in-async	cpu		t	0.0	0.0	never	possible		linux	compiled
E	Thread.exit()	blocking-in-async	cpu			0.0	0.0	never	possible		linux	compiled		Return instead: this ends a thread of the pool
E	Timer.scheduledTimer(withTimeInterval:repeats:block:)	blocking-in-async	cpu			0.0	0.0	never	possible		linux	compiled		A loop with Task.sleep; there is no run loop here
"""#
}
