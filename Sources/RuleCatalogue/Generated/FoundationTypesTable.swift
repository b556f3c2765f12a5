/// What `rules/effects/foundation-types.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationTypes: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,FoundationNetworking,FoundationXML
T	NSObject	class
M	copy()	Any
M	description	String
T	FileManager	class	NSObject
M	default	FileManager
M	contents(atPath:)	Data?
M	contentsOfDirectory(atPath:)	[String]
M	contentsOfDirectory(at:includingPropertiesForKeys:options:)	[URL]
M	subpaths(atPath:)	[String]?
M	subpathsOfDirectory(atPath:)	[String]
M	urls(for:in:)	[URL]
M	url(for:in:appropriateFor:create:)	URL
M	url(forUbiquityContainerIdentifier:)	URL?
M	temporaryDirectory	URL
M	homeDirectoryForCurrentUser	URL
M	currentDirectoryPath	String
M	containerURL(forSecurityApplicationGroupIdentifier:)	URL?
M	attributesOfItem(atPath:)	[FileAttributeKey: Any]
M	attributesOfFileSystem(forPath:)	[FileAttributeKey: Any]
M	destinationOfSymbolicLink(atPath:)	String
M	fileExists(atPath:)	Bool
M	fileExists(atPath:isDirectory:)	Bool
M	isReadableFile(atPath:)	Bool
M	enumerator(atPath:)	FileManager.DirectoryEnumerator?
M	enumerator(at:includingPropertiesForKeys:options:errorHandler:)	FileManager.DirectoryEnumerator?
M	replaceItemAt(_:withItemAt:backupItemName:options:)	URL?
M	createFile(atPath:contents:attributes:)	Bool
M	mountedVolumeURLs(includingResourceValuesForKeys:options:)	[URL]?
T	FileManager.DirectoryEnumerator	class	NSEnumerator
M	fileAttributes	[FileAttributeKey: Any]?
M	nextObject()	Any?
T	NSEnumerator	class	NSObject
M	nextObject()	Any?
M	allObjects	[Any]
T	FileHandle	class	NSObject
M	standardInput	FileHandle
M	standardOutput	FileHandle
M	standardError	FileHandle
M	nullDevice	FileHandle
M	availableData	Data
M	readDataToEndOfFile()	Data
M	readToEnd()	Data?
M	read(upToCount:)	Data?
M	readData(ofLength:)	Data
M	fileDescriptor	Int32
M	bytes	FileHandle.AsyncBytes
M	offset()	UInt64
M	seekToEnd()	UInt64
M	seekToEndOfFile()	UInt64
M	offsetInFile	UInt64
T	FileHandle.AsyncBytes	struct
T	Pipe	class	NSObject
M	fileHandleForReading	FileHandle
M	fileHandleForWriting	FileHandle
T	Process	class	NSObject
M	standardInput	Any?
M	standardOutput	Any?
M	standardError	Any?
M	executableURL	URL?
M	currentDirectoryURL	URL?
M	arguments	[String]?
M	environment	[String: String]?
M	terminationStatus	Int32
M	processIdentifier	Int32
M	isRunning	Bool
M	run(_:arguments:terminationHandler:)	Process
M	launchedProcess(launchPath:arguments:)	Process
T	ProcessInfo	class	NSObject
M	processInfo	ProcessInfo
M	environment	[String: String]
M	arguments	[String]
M	hostName	String
M	processName	String
M	globallyUniqueString	String
M	activeProcessorCount	Int
M	processorCount	Int
M	operatingSystemVersionString	String
T	Thread	class	NSObject
M	current	Thread
M	main	Thread
M	mainThread	Thread
M	isMainThread	Bool
M	threadDictionary	NSMutableDictionary
T	RunLoop	class	NSObject
M	current	RunLoop
M	main	RunLoop
T	Timer	class	NSObject
M	scheduledTimer(withTimeInterval:repeats:block:)	Timer
M	fireDate	Date
T	Operation	class	NSObject
M	dependencies	[Operation]
T	BlockOperation	class	Operation
T	OperationQueue	class	NSObject
M	main	OperationQueue
M	current	OperationQueue?
M	operations	[Operation]
M	underlyingQueue	DispatchQueue?
M	progress	Progress
T	NSLocking	protocol
T	NSLock	class	NSObject,NSLocking
T	NSRecursiveLock	class	NSObject,NSLocking
T	NSCondition	class	NSObject,NSLocking
T	NSConditionLock	class	NSObject,NSLocking
T	NSDistributedLock	class	NSObject
T	Host	class	NSObject
M	current()	Host
M	name	String?
M	names	[String]
M	address	String?
M	addresses	[String]
M	localizedName	String?
T	Bundle	class	NSObject
M	main	Bundle
M	module	Bundle
M	allBundles	[Bundle]
M	bundleURL	URL
M	bundlePath	String
M	resourceURL	URL?
M	resourcePath	String?
M	executableURL	URL?
M	bundleIdentifier	String?
M	infoDictionary	[String: Any]?
M	url(forResource:withExtension:)	URL?
M	url(forResource:withExtension:subdirectory:)	URL?
M	path(forResource:ofType:)	String?
M	path(forResource:ofType:inDirectory:)	String?
M	urls(forResourcesWithExtension:subdirectory:)	[URL]?
M	paths(forResourcesOfType:inDirectory:)	[String]
T	UserDefaults	class	NSObject
M	standard	UserDefaults
M	string(forKey:)	String?
M	data(forKey:)	Data?
M	url(forKey:)	URL?
M	bool(forKey:)	Bool
M	integer(forKey:)	Int
M	array(forKey:)	[Any]?
M	dictionary(forKey:)	[String: Any]?
M	stringArray(forKey:)	[String]?
T	NotificationCenter	class	NSObject
M	default	NotificationCenter
T	DistributedNotificationCenter	class	NotificationCenter
"""#
}
