/// What `rules/effects/foundation-file-writing.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationFileWriting: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	Data.write(to:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
E	NSData.write(to:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
E	NSData.write(toFile:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
E	NSData.write(to:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSData.write(toFile:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSArray.write(to:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSArray.write(toFile:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSDictionary.write(to:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSDictionary.write(toFile:atomically:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSArray.write(to:)	file-io-in-async	disk			0.2	25.0	never				compiled
E	NSDictionary.write(to:)	file-io-in-async	disk			0.2	25.0	never		,apple		docs
E	String.write(to:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	String.write(toFile:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	StringProtocol.write(to:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	StringProtocol.write(toFile:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	Substring.write(to:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	Substring.write(toFile:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSString.write(to:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSString.write(toFile:atomically:encoding:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	NSKeyedArchiver.archiveRootObject(_:toFile:)	file-io-in-async	disk			0.2	25.0	likely				docs
E	NSKeyedArchiver.archivedData(withRootObject:requiringSecureCoding:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			docs
E	FileManager.createFile(atPath:contents:attributes:)	file-io-in-async	disk	attributes		0.2	25.0	likely				compiled
"""#
}
