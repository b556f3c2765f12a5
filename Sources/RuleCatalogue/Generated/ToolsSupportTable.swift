/// What `rules/effects/tools-support.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let toolsSupport: StaticString = #"""
L	swift-tools-support-core	TSCBasic,TSCUtility,Basics
T	FileSystem	protocol
M	readFileContents(_:)	ByteString
M	getDirectoryContents(_:)	[String]
M	tempDirectory	AbsolutePath
M	homeDirectory	AbsolutePath
T	FileLock	class
T	AsyncProcess	class
T	Process
M	waitUntilExit()	ProcessResult
M	popen(arguments:environment:loggingHandler:)	ProcessResult
M	popen(args:environment:loggingHandler:)	ProcessResult
M	checkNonZeroExit(args:environment:loggingHandler:)	String
M	checkNonZeroExit(arguments:environment:loggingHandler:)	String
F	localFileSystem	FileSystem
E	Process.waitUntilExit()	process-wait-in-async	child		uo	50.0	10000.0	likely				docs
E	Process.popen(arguments:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	Process.popen(args:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	Process.checkNonZeroExit(arguments:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	Process.checkNonZeroExit(args:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	Process.launch()	process-wait-in-async	child			1.0	8.0	never	possible			docs
E	AsyncProcess.waitUntilExit()	process-wait-in-async	child		uo	50.0	10000.0	likely				docs
E	AsyncProcess.popen(arguments:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	AsyncProcess.popen(args:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	AsyncProcess.checkNonZeroExit(arguments:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	AsyncProcess.checkNonZeroExit(args:environment:loggingHandler:)	process-wait-in-async	child	environment,loggingHandler	uo	50.0	10000.0	likely				docs
E	AsyncProcess.launch()	process-wait-in-async	child			1.0	8.0	never	possible			docs
E	FileLock.lock(type:)	lock-in-async	lock	type	ua	0.02	1000.0	never				docs
E	FileLock.lock(type:blocking:)	lock-in-async	lock	type	a	0.0	0.0	never				docs
W	equals	blocking	false
E	FileLock.lock(type:blocking:)	lock-in-async	lock	type	ua	0.02	1000.0	never				docs
E	FileLock.unlock()	lock-in-async	lock		r	0.0	0.0	never				docs
E	FileLock.withLock(type:_:)	lock-in-async	lock	type	uo	0.02	1000.0	never				docs		Ask without blocking and retry after Task.sleep
E	FileLock.withLock(type:blocking:_:)	lock-in-async	lock	type	uo	0.02	1000.0	never				docs		Ask without blocking and retry after Task.sleep
U	equals	blocking	false
E	FileLock.withLock(fileToLock:lockFilesDirectory:type:body:)	lock-in-async	lock	lockFilesDirectory,type	uo	0.02	1000.0	likely				docs		Ask without blocking and retry after Task.sleep
E	FileLock.withLock(fileToLock:lockFilesDirectory:type:blocking:body:)	lock-in-async	lock	lockFilesDirectory,type	uo	0.02	1000.0	likely				docs		Ask without blocking and retry after Task.sleep
U	equals	blocking	false
E	FileSystem.withLock(on:type:_:)	lock-in-async	lock	type	uo	0.02	1000.0	likely				docs		Ask without blocking and retry after Task.sleep
E	FileSystem.withLock(on:type:blocking:_:)	lock-in-async	lock	type	uo	0.02	1000.0	likely				docs		Ask without blocking and retry after Task.sleep
U	equals	blocking	false
E	FileSystem.readFileContents(_:)	file-io-in-async	disk			0.2	25.0	likely				docs
E	FileSystem.writeFileContents(_:bytes:)	file-io-in-async	disk			0.2	25.0	likely				docs
E	FileSystem.getDirectoryContents(_:)	file-io-in-async	disk			1.0	200.0	likely				docs
E	FileSystem.removeFileTree(_:)	file-io-in-async	disk			1.0	200.0	likely				docs
E	FileSystem.copy(from:to:)	file-io-in-async	disk			0.5	200.0	never				docs
E	FileSystem.move(from:to:)	file-metadata-in-async	disk			0.01	8.0	never				docs
E	FileSystem.exists(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.isDirectory(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.isFile(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.isSymlink(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.isExecutableFile(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.getFileInfo(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.createDirectory(_:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	FileSystem.createDirectory(_:recursive:)	file-metadata-in-async	disk			0.01	2.0	never				docs
E	Lock.withLock(_:)	lock-in-async	lock		s	0.0001	0.1	never				docs
C	FileLock.withLock(type:_:)	type	1	in-place
C	FileLock.withLock(type:blocking:_:)	type	2	in-place
C	FileLock.withLock(fileToLock:lockFilesDirectory:type:body:)	lockFilesDirectory,type	body	in-place
C	FileLock.withLock(fileToLock:lockFilesDirectory:type:blocking:body:)	lockFilesDirectory,type	body	in-place
C	FileSystem.withLock(on:type:_:)	type	2	in-place
C	FileSystem.withLock(on:type:blocking:_:)	type	3	in-place
C	Lock.withLock(_:)		0	in-place
C	ThreadSafeKeyValueStore.memoize(_:body:)		body	in-place
C	ThreadSafeBox.memoize(body:)		body	in-place
"""#
}
