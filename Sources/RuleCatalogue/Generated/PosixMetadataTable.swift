/// What `rules/effects/posix-metadata.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixMetadata: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	opendir(_:)	file-io-in-async	disk			0.01	5.0					compiled
E	readdir(_:)	file-io-in-async	disk			0.01	5.0					compiled
E	glob(_:_:_:_:)	file-io-in-async	disk			1.0	200.0					compiled
E	scandir(_:_:_:_:)	file-io-in-async	disk			1.0	200.0					compiled
E	ftw(_:_:_:)	file-io-in-async	disk			1.0	200.0					compiled
E	fts_open(_:_:_:)	file-io-in-async	disk			0.02	10.0			,apple		docs
E	fts_read(_:)	file-io-in-async	disk			0.02	10.0			,apple		docs
E	getattrlistbulk(_:_:_:_:_:)	file-io-in-async	disk			1.0	200.0			,apple		memory
E	access(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	faccessat(_:_:_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	chmod(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	fchmod(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	chown(_:_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	lstat(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	stat(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	fstat(_:_:)	file-metadata-in-async	disk			0.01	2.0		possible			compiled
E	fstatat(_:_:_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	link(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	symlink(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	readlink(_:_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	realpath(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	rename(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	renameat(_:_:_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	mkdir(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	rmdir(_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	utimes(_:_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	mkdtemp(_:)	file-metadata-in-async	disk			0.01	2.0					compiled
E	chdir(_:)	file-metadata-in-async	disk			0.01	2.0		possible			compiled
E	unlink(_:)	file-metadata-in-async	disk			0.01	5.0					compiled
E	unlinkat(_:_:_:)	file-metadata-in-async	disk			0.01	5.0					compiled
E	remove(_:)	file-metadata-in-async	disk			0.01	5.0					compiled
E	statvfs(_:_:)	file-metadata-in-async	disk			0.01	8.0					compiled
E	fstatvfs(_:_:)	file-metadata-in-async	disk			0.01	8.0					compiled
E	statfs(_:_:)	file-metadata-in-async	disk			0.01	8.0			,apple		docs
E	clonefile(_:_:_:)	file-metadata-in-async	disk			0.01	2.0			,apple		memory
E	getxattr(_:_:_:_:_:_:)	file-metadata-in-async	disk			0.01	2.0			,apple		memory
E	setxattr(_:_:_:_:_:_:)	file-metadata-in-async	disk			0.01	2.0			,apple		memory
"""#
}
