/// What `rules/effects/foundation-file-reading-classes.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationFileReadingClasses: StaticString = #"""
L	Foundation	Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	NSData.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0					compiled	try await URLSession.shared.data(from: {contentsOf}).0	Fetch it with URLSession.shared.data(from:) and build the value from the bytes	FoundationNetworking
W	remote	contentsOf
E	NSData.init(contentsOf:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSData.init(contentsOf:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSData.init(contentsOf:options:)	network-io-in-async	peer	options	u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSData.init(contentsOf:options:)	file-io-in-async	disk	options		0.1	2.0					compiled
W	bundled	contentsOf
E	NSData.init(contentsOf:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
E	NSString.init(contentsOf:encoding:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSString.init(contentsOf:encoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSString.init(contentsOf:encoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSString.init(contentsOf:usedEncoding:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSString.init(contentsOf:usedEncoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSString.init(contentsOf:usedEncoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSArray.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSArray.init(contentsOf:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSArray.init(contentsOf:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSArray.init(contentsOf:error:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSArray.init(contentsOf:error:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSArray.init(contentsOf:error:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSDictionary.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSDictionary.init(contentsOf:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	NSDictionary.init(contentsOf:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSDictionary.init(contentsOf:error:)	network-io-in-async	peer		u	100.0	10000.0					docs		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	NSDictionary.init(contentsOf:error:)	file-io-in-async	disk			0.1	2.0					docs
W	bundled	contentsOf
E	NSDictionary.init(contentsOf:error:)	file-io-in-async	disk			0.2	25.0					docs
E	NSString.init(contentsOfFile:encoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSString.init(contentsOfFile:encoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSString.init(contentsOfFile:usedEncoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSString.init(contentsOfFile:usedEncoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSData.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSData.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSArray.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSArray.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSDictionary.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSDictionary.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0					compiled
E	NSData.init(contentsOfFile:options:)	file-io-in-async	disk	options		0.1	2.0					compiled
W	bundled	contentsOfFile
E	NSData.init(contentsOfFile:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
E	NSData.init(contentsOfMappedFile:)	file-io-in-async	disk			0.02	5.0	never				docs
E	NSKeyedUnarchiver.unarchiveObject(withFile:)	file-io-in-async	disk			0.2	25.0	likely				compiled
"""#
}
