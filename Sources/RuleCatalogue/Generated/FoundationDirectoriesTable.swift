/// What `rules/effects/foundation-directories.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationDirectories: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	FileManager.contentsOfDirectory(atPath:)	file-io-in-async	disk			1.0	200.0	likely				compiled
E	FileManager.subpathsOfDirectory(atPath:)	file-io-in-async	disk			1.0	200.0	likely				compiled
E	FileManager.subpaths(atPath:)	file-io-in-async	disk			1.0	200.0	likely				compiled
E	FileManager.contentsOfDirectory(at:includingPropertiesForKeys:options:)	file-io-in-async	disk	options		1.0	200.0	likely				compiled
E	FileManager.copyItem(at:to:)	file-io-in-async	disk			0.5	200.0	likely				compiled
E	FileManager.copyItem(atPath:toPath:)	file-io-in-async	disk			0.5	200.0	likely				compiled
E	FileManager.removeItem(at:)	file-io-in-async	disk			0.5	200.0	likely				compiled
E	FileManager.removeItem(atPath:)	file-io-in-async	disk			0.5	200.0	likely				compiled
E	FileManager.enumerator(atPath:)	file-io-in-async	disk			1.0	200.0	likely				compiled		The enumerator reads the disk while it is iterated: move the whole loop
E	FileManager.enumerator(at:includingPropertiesForKeys:options:errorHandler:)	file-io-in-async	disk	options,errorHandler		1.0	200.0	likely				compiled		The enumerator reads the disk while it is iterated: move the whole loop
E	FileManager.replaceItemAt(_:withItemAt:backupItemName:options:)	file-io-in-async	disk	backupItemName,options		0.2	50.0	likely				compiled
E	FileManager.replaceItem(at:withItemAt:backupItemName:options:)	file-io-in-async	disk	options		0.2	50.0	likely				compiled
E	FileManager.replaceItem(at:withItemAt:backupItemName:options:resultingItemURL:)	file-io-in-async	disk	options		0.2	50.0	likely		,apple		docs
E	FileManager.trashItem(at:resultingItemURL:)	file-io-in-async	disk			2.0	100.0	likely		,apple		memory		NSWorkspace.shared.recycle([url]) is async
E	FileManager.mountedVolumeURLs(includingResourceValuesForKeys:options:)	file-io-in-async	disk	options		0.5	50.0	likely				compiled
E	FileManager.url(forUbiquityContainerIdentifier:)	file-io-in-async	disk			20.0	3000.0	likely		,apple		memory		The first call sets up the container and may take seconds: make it once, on a future
E	FileManager.evictUbiquitousItem(at:)	file-io-in-async	disk			5.0	200.0	likely		,apple		memory
E	FileManager.startDownloadingUbiquitousItem(at:)	file-io-in-async	disk			5.0	100.0	likely		,apple		memory
E	FileManager.setUbiquitous(_:itemAt:destinationURL:)	file-io-in-async	disk			50.0	3000.0	likely		,apple		docs
E	NSFileCoordinator.coordinate(readingItemAt:options:error:byAccessor:)	file-io-in-async	disk	options		1.0	2000.0	likely		,apple		memory		Use coordinate(with:queue:byAccessor:), which calls back when access is granted
E	NSFileCoordinator.coordinate(writingItemAt:options:error:byAccessor:)	file-io-in-async	disk	options		1.0	2000.0	likely		,apple		memory		Use coordinate(with:queue:byAccessor:), which calls back when access is granted
E	NSFileCoordinator.coordinate(readingItemAt:options:writingItemAt:options:error:byAccessor:)	file-io-in-async	disk	options		1.0	2000.0	likely		,apple		memory		Use coordinate(with:queue:byAccessor:), which calls back when access is granted
E	NSFileCoordinator.coordinate(writingItemAt:options:writingItemAt:options:error:byAccessor:)	file-io-in-async	disk	options		1.0	2000.0	likely		,apple		memory		Use coordinate(with:queue:byAccessor:), which calls back when access is granted
C	NSFileCoordinator.coordinate(readingItemAt:options:error:byAccessor:)	options	byAccessor	in-place
C	NSFileCoordinator.coordinate(writingItemAt:options:error:byAccessor:)	options	byAccessor	in-place
C	NSFileCoordinator.coordinate(readingItemAt:options:writingItemAt:options:error:byAccessor:)	options	byAccessor	in-place
C	NSFileCoordinator.coordinate(writingItemAt:options:writingItemAt:options:error:byAccessor:)	options	byAccessor	in-place
"""#
}
