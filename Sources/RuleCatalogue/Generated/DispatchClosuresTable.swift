/// What `rules/effects/dispatch-closures.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let dispatchClosures: StaticString = #"""
L	Dispatch	Dispatch,Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
T	DispatchQueue	class	DispatchObject
M	main	DispatchQueue
M	global(qos:)	DispatchQueue
M	label	String
M	qos	DispatchQoS
T	DispatchSemaphore	class	DispatchObject
T	DispatchGroup	class	DispatchObject
T	DispatchWorkItem	class
T	DispatchObject	class
T	DispatchIO	class	DispatchObject
T	DispatchData	struct
T	DispatchSource	class	DispatchObject
M	makeTimerSource(flags:queue:)	any DispatchSourceTimer
M	makeReadSource(fileDescriptor:queue:)	any DispatchSourceRead
M	makeWriteSource(fileDescriptor:queue:)	any DispatchSourceWrite
M	makeSignalSource(signal:queue:)	any DispatchSourceSignal
T	DispatchSourceProtocol	protocol
T	DispatchSourceTimer	protocol	DispatchSourceProtocol
T	DispatchSourceRead	protocol	DispatchSourceProtocol
T	DispatchSourceWrite	protocol	DispatchSourceProtocol
T	DispatchSourceSignal	protocol	DispatchSourceProtocol
T	DispatchTime	struct
M	now()	DispatchTime
M	distantFuture	DispatchTime
C	DispatchQueue.async(group:qos:flags:execute:)	group,qos,flags	execute	main
V	receiver	main-queue
C	DispatchQueue.async(group:qos:flags:execute:)	group,qos,flags	execute	dispatch-global
V	receiver	global-queue
C	DispatchQueue.async(group:qos:flags:execute:)	group,qos,flags	execute	dispatch
C	DispatchQueue.asyncAfter(deadline:qos:flags:execute:)	qos,flags	execute	main
V	receiver	main-queue
C	DispatchQueue.asyncAfter(deadline:qos:flags:execute:)	qos,flags	execute	dispatch-global
V	receiver	global-queue
C	DispatchQueue.asyncAfter(deadline:qos:flags:execute:)	qos,flags	execute	dispatch
C	DispatchQueue.asyncAfter(wallDeadline:qos:flags:execute:)	qos,flags	execute	main
V	receiver	main-queue
C	DispatchQueue.asyncAfter(wallDeadline:qos:flags:execute:)	qos,flags	execute	dispatch-global
V	receiver	global-queue
C	DispatchQueue.asyncAfter(wallDeadline:qos:flags:execute:)	qos,flags	execute	dispatch
C	DispatchQueue.sync(execute:)		execute	main
V	receiver	main-queue
C	DispatchQueue.sync(execute:)		execute	in-place
C	DispatchQueue.sync(flags:execute:)		execute	main
V	receiver	main-queue
C	DispatchQueue.sync(flags:execute:)		execute	in-place
C	DispatchQueue.asyncAndWait(execute:)		execute	main
V	receiver	main-queue
C	DispatchQueue.asyncAndWait(execute:)		execute	in-place
C	DispatchQueue.asyncAndWait(flags:execute:)		execute	main
V	receiver	main-queue
C	DispatchQueue.asyncAndWait(flags:execute:)		execute	in-place
C	DispatchQueue.concurrentPerform(iterations:execute:)		execute	in-place
C	DispatchGroup.notify(qos:flags:queue:execute:)	qos,flags	execute	main
V	mentions	queue	main
C	DispatchGroup.notify(qos:flags:queue:execute:)	qos,flags	execute	dispatch
C	DispatchWorkItem.notify(qos:flags:queue:execute:)	qos,flags	execute	main
V	mentions	queue	main
C	DispatchWorkItem.notify(qos:flags:queue:execute:)	qos,flags	execute	dispatch
C	DispatchWorkItem.init(qos:flags:block:)	qos,flags	block	elsewhere
C	DispatchSourceProtocol.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceProtocol.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceProtocol.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSource.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSource.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSource.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceTimer.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceTimer.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceTimer.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceRead.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceRead.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceRead.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceWrite.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceWrite.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceWrite.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceSignal.setEventHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceSignal.setCancelHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchSourceSignal.setRegistrationHandler(qos:flags:handler:)	qos,flags	handler	elsewhere
C	DispatchIO.init(type:fileDescriptor:queue:cleanupHandler:)		cleanupHandler	dispatch
C	DispatchIO.read(offset:length:queue:ioHandler:)		ioHandler	dispatch
C	DispatchIO.write(offset:data:queue:ioHandler:)		ioHandler	dispatch
C	DispatchIO.read(fromFileDescriptor:maxLength:runningHandlerOn:handler:)		handler	dispatch
C	DispatchIO.write(toFileDescriptor:data:runningHandlerOn:handler:)		handler	dispatch
"""#
}
