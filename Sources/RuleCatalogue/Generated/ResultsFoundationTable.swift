/// What `rules/effects/results-foundation.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let resultsFoundation: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,FoundationNetworking,FoundationXML
T	Bundle
M	load()	Bool
T	Data
M	write(to:options:)	Void
T	FileHandle
M	close()	Void
M	closeFile()	Void
M	seek(toFileOffset:)	Void
M	seek(toOffset:)	Void
M	synchronize()	Void
M	synchronizeFile()	Void
M	truncate(atOffset:)	Void
M	truncateFile(atOffset:)	Void
M	write(_:)	Void
M	write(contentsOf:)	Void
T	FileManager
M	changeCurrentDirectoryPath(_:)	Bool
M	componentsToDisplay(forPath:)	[String]?
M	contentsEqual(atPath:andPath:)	Bool
M	copyItem(at:to:)	Void
M	copyItem(atPath:toPath:)	Void
M	createDirectory(at:withIntermediateDirectories:attributes:)	Void
M	createDirectory(atPath:withIntermediateDirectories:attributes:)	Void
M	createSymbolicLink(at:withDestinationURL:)	Void
M	createSymbolicLink(atPath:withDestinationPath:)	Void
M	displayName(atPath:)	String
M	getRelationship(_:of:in:toItemAt:)	Void
M	getRelationship(_:ofDirectoryAt:toItemAt:)	Void
M	isDeletableFile(atPath:)	Bool
M	isExecutableFile(atPath:)	Bool
M	isWritableFile(atPath:)	Bool
M	linkItem(at:to:)	Void
M	linkItem(atPath:toPath:)	Void
M	moveItem(at:to:)	Void
M	moveItem(atPath:toPath:)	Void
M	removeItem(at:)	Void
M	removeItem(atPath:)	Void
M	replaceItem(at:withItemAt:backupItemName:options:)	URL?
M	setAttributes(_:ofItemAtPath:)	Void
T	InputStream
M	open()	Void
M	read(_:maxLength:)	Int
T	JSONSerialization
M	writeJSONObject(_:toStream:options:)	Int
T	NSArray
M	write(to:)	Void
M	write(to:atomically:)	Bool
M	write(toFile:atomically:)	Bool
T	NSCondition
M	broadcast()	Void
M	lock()	Void
M	signal()	Void
M	unlock()	Void
M	wait()	Void
M	wait(until:)	Bool
T	NSConditionLock
M	lock()	Void
M	lock(before:)	Bool
M	lock(whenCondition:)	Void
M	lock(whenCondition:before:)	Bool
M	try()	Bool
M	tryLock(whenCondition:)	Bool
M	unlock()	Void
M	unlock(withCondition:)	Void
T	NSData
M	write(to:atomically:)	Bool
M	write(to:options:)	Void
M	write(toFile:atomically:)	Bool
M	write(toFile:options:)	Void
T	NSDictionary
M	write(to:atomically:)	Bool
M	write(toFile:atomically:)	Bool
T	NSKeyedUnarchiver
M	unarchiveObject(withFile:)	Any?
M	unarchivedObject(ofClass:from:)	NSObject?
T	NSLock
M	lock()	Void
M	lock(before:)	Bool
M	try()	Bool
M	unlock()	Void
T	NSLocking
M	lock()	Void
M	unlock()	Void
T	NSRecursiveLock
M	lock()	Void
M	lock(before:)	Bool
M	try()	Bool
M	unlock()	Void
T	NSRegularExpression
M	numberOfMatches(in:options:range:)	Int
M	stringByReplacingMatches(in:options:range:withTemplate:)	String
T	NSString
M	write(to:atomically:encoding:)	Void
M	write(toFile:atomically:encoding:)	Void
T	Operation
M	main()	Void
M	start()	Void
M	waitUntilFinished()	Void
T	OperationQueue
M	addOperations(_:waitUntilFinished:)	Void
M	waitUntilAllOperationsAreFinished()	Void
T	OutputStream
M	open()	Void
M	write(_:maxLength:)	Int
T	Process
M	waitUntilExit()	Void
M	launch()	Void
M	run()	Void
T	RunLoop
M	acceptInput(forMode:before:)	Void
M	run()	Void
M	run(mode:before:)	Bool
M	run(until:)	Void
T	Stream
M	open()	Void
T	String
M	range(of:options:range:locale:)	Range<String.Index>?
M	write(to:atomically:encoding:)	Void
M	write(toFile:atomically:encoding:)	Void
T	StringProtocol
M	write(to:atomically:encoding:)	Void
M	write(toFile:atomically:encoding:)	Void
T	Substring
M	write(to:atomically:encoding:)	Void
M	write(toFile:atomically:encoding:)	Void
T	Thread
M	exit()	Void
M	sleep(forTimeInterval:)	Void
M	sleep(until:)	Void
T	URL
M	resolveSymlinksInPath()	Void
M	setResourceValues(_:)	Void
T	UserDefaults
M	synchronize()	Bool
T	XMLParser
M	parse()	Bool
"""#
}
