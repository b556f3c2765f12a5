/// What `rules/effects/foundation-closures.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationClosures: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,FoundationNetworking,ObjectiveC
C	autoreleasepool(invoking:)		invoking	in-place
C	Thread.init(block:)		block	thread
C	Thread.detachNewThread(_:)		0	thread
C	Timer.scheduledTimer(withTimeInterval:repeats:block:)		block	main
C	Timer.init(timeInterval:repeats:block:)		block	elsewhere
C	Timer.init(fire:interval:repeats:block:)		block	elsewhere
C	RunLoop.perform(_:)		0	elsewhere
C	RunLoop.perform(inModes:block:)		block	elsewhere
C	BlockOperation.init(block:)		block	dispatch
C	BlockOperation.addExecutionBlock(_:)		0	dispatch
C	OperationQueue.addOperation(_:)		0	main
V	receiver	main-queue
C	OperationQueue.addOperation(_:)		0	dispatch
C	OperationQueue.addBarrierBlock(_:)		0	dispatch
C	NotificationCenter.addObserver(forName:object:queue:using:)		using	main
V	mentions	queue	main
C	NotificationCenter.addObserver(forName:object:queue:using:)		using	elsewhere
C	URLSession.dataTask(with:completionHandler:)		completionHandler	elsewhere
C	URLSession.downloadTask(with:completionHandler:)		completionHandler	elsewhere
C	URLSession.downloadTask(withResumeData:completionHandler:)		completionHandler	elsewhere
C	URLSession.uploadTask(with:from:completionHandler:)		completionHandler	elsewhere
C	URLSession.uploadTask(with:fromFile:completionHandler:)		completionHandler	elsewhere
C	URLSession.getAllTasks(completionHandler:)		completionHandler	elsewhere
C	URLSession.getTasksWithCompletionHandler(_:)		0	elsewhere
C	URLSession.flush(completionHandler:)		completionHandler	elsewhere
C	URLSession.reset(completionHandler:)		completionHandler	elsewhere
C	URLSessionWebSocketTask.receive(completionHandler:)		completionHandler	elsewhere
C	URLSessionWebSocketTask.send(_:completionHandler:)		completionHandler	elsewhere
C	URLSessionWebSocketTask.sendPing(pongReceiveHandler:)		pongReceiveHandler	elsewhere
C	Process.run(_:arguments:terminationHandler:)	terminationHandler	terminationHandler	elsewhere
C	NSArray.enumerateObjects(_:)		0	in-place
C	NSDictionary.enumerateKeysAndObjects(_:)		0	in-place
C	NSArray.sortedArray(comparator:)		comparator	in-place
C	Data.withUnsafeBytes(_:)		0	in-place
C	Data.withUnsafeMutableBytes(_:)		0	in-place
C	Data.enumerateBytes(_:)		0	in-place
C	URL.withUnsafeFileSystemRepresentation(_:)		0	in-place
C	FileManager.enumerator(at:includingPropertiesForKeys:options:errorHandler:)	options,errorHandler	errorHandler	elsewhere
C	NSXPCConnection.synchronousRemoteObjectProxyWithErrorHandler(_:)		0	elsewhere
C	NSXPCConnection.remoteObjectProxyWithErrorHandler(_:)		0	elsewhere
C	NSFileCoordinator.coordinate(with:queue:byAccessor:)		byAccessor	dispatch
C	ProcessInfo.performExpiringActivity(withReason:using:)		using	dispatch
C	ProcessInfo.performActivity(options:reason:using:)		using	in-place
C	NSItemProvider.loadObject(ofClass:completionHandler:)		completionHandler	elsewhere
C	Progress.performAsCurrent(withPendingUnitCount:using:)		using	in-place
"""#
}
