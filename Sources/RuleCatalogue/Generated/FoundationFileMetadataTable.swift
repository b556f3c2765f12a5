/// What `rules/effects/foundation-file-metadata.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationFileMetadata: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	FileManager.moveItem(at:to:)	file-metadata-in-async	disk			0.01	8.0	likely				compiled
E	FileManager.moveItem(atPath:toPath:)	file-metadata-in-async	disk			0.01	8.0	likely				compiled
E	FileManager.createDirectory(at:withIntermediateDirectories:attributes:)	file-metadata-in-async	disk	attributes		0.01	2.0	likely				compiled
E	FileManager.createDirectory(atPath:withIntermediateDirectories:attributes:)	file-metadata-in-async	disk	attributes		0.01	2.0	likely				compiled
E	FileManager.fileExists(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.fileExists(atPath:isDirectory:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.attributesOfItem(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.attributesOfFileSystem(forPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.setAttributes(_:ofItemAtPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.isReadableFile(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.isWritableFile(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.isExecutableFile(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.isDeletableFile(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.createSymbolicLink(at:withDestinationURL:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.createSymbolicLink(atPath:withDestinationPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.destinationOfSymbolicLink(atPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.linkItem(at:to:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.linkItem(atPath:toPath:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.getRelationship(_:ofDirectoryAt:toItemAt:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.getRelationship(_:of:in:toItemAt:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.changeCurrentDirectoryPath(_:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	FileManager.displayName(atPath:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	FileManager.componentsToDisplay(forPath:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	FileManager.currentDirectoryPath	file-metadata-in-async	disk			0.002	0.5	never	possible			compiled
E	FileManager.url(for:in:appropriateFor:create:)	file-metadata-in-async	disk			0.002	0.5	never	possible			compiled
E	FileManager.homeDirectory(forUser:)	file-metadata-in-async	disk			0.01	1.0	never	possible			docs
E	URL.checkResourceIsReachable()	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	URL.resourceValues(forKeys:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	URL.setResourceValues(_:)	file-metadata-in-async	disk			0.01	2.0	likely				compiled
E	NSURL.checkResourceIsReachableAndReturnError(_:)	file-metadata-in-async	disk			0.01	2.0	likely		,apple		docs
E	NSURL.resourceValues(forKeys:)	file-metadata-in-async	disk			0.01	2.0	likely		,apple		docs
E	URL.resolvingSymlinksInPath()	file-metadata-in-async	disk			0.005	0.5	never	possible			compiled
E	URL.resolveSymlinksInPath()	file-metadata-in-async	disk			0.005	0.5	never	possible			compiled
E	NSString.resolvingSymlinksInPath	file-metadata-in-async	disk			0.005	0.5	never	possible			compiled
E	URL.standardizedFileURL	file-metadata-in-async	disk			0.005	0.5	never	possible			compiled
E	URL.init(resolvingBookmarkData:options:relativeTo:bookmarkDataIsStale:)	file-io-in-async	disk	options,relativeTo		2.0	500.0	never		,apple		memory
E	URL.bookmarkData(options:includingResourceValuesForKeys:relativeTo:)	file-io-in-async	disk	options,includingResourceValuesForKeys,relativeTo		1.0	50.0	likely		,apple		memory
E	Bundle.init(path:)	file-metadata-in-async	disk			0.05	2.0	never	possible			compiled
E	Bundle.init(url:)	file-metadata-in-async	disk			0.05	2.0	never	possible			compiled
E	Bundle.path(forResource:ofType:)	file-metadata-in-async	disk			0.01	1.0	never	possible			compiled
E	Bundle.path(forResource:ofType:inDirectory:)	file-metadata-in-async	disk			0.01	1.0	never	possible			compiled
E	Bundle.url(forResource:withExtension:subdirectory:)	file-metadata-in-async	disk			0.01	1.0	never	possible			compiled
E	Bundle.url(forResource:withExtension:)	file-metadata-in-async	disk			0.01	1.0	never	possible			compiled
E	Bundle.load()	file-io-in-async	disk			2.0	100.0	never				compiled
E	Bundle.loadAndReturnError()	file-io-in-async	disk			2.0	100.0	likely				docs
E	UserDefaults.synchronize()	file-io-in-async	disk			0.05	8.0					compiled		Remove the call: UserDefaults saves by itself
"""#
}
