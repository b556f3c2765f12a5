/// What `rules/effects/foundation-file-reading.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationFileReading: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	Data.init(contentsOf:options:)	network-io-in-async	peer	options	u	100.0	10000.0					compiled	try await URLSession.shared.data(from: {contentsOf}).0	Fetch it with URLSession.shared.data(from:) and build the value from the bytes	FoundationNetworking
W	remote	contentsOf
U	mentions	options	alwaysMapped
E	Data.init(contentsOf:options:)	file-io-in-async	disk	options		0.1	2.0					compiled
W	bundled	contentsOf
U	mentions	options	alwaysMapped
E	Data.init(contentsOf:options:)	file-io-in-async	disk	options		0.2	25.0					compiled
U	mentions	options	alwaysMapped
E	String.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0					compiled	String(decoding: try await URLSession.shared.data(from: {contentsOf}).0, as: UTF8.self)	Fetch it with URLSession.shared.data(from:) and build the value from the bytes	FoundationNetworking
W	remote	contentsOf
E	String.init(contentsOf:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	String.init(contentsOf:)	file-io-in-async	disk			0.2	25.0					compiled
E	String.init(contentsOf:encoding:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	String.init(contentsOf:encoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	String.init(contentsOf:encoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	String.init(contentsOf:usedEncoding:)	network-io-in-async	peer		u	100.0	10000.0					compiled		Fetch it with URLSession.shared.data(from:) and build the value from the bytes
W	remote	contentsOf
E	String.init(contentsOf:usedEncoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOf
E	String.init(contentsOf:usedEncoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	String.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	String.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0					compiled
E	String.init(contentsOfFile:encoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	String.init(contentsOfFile:encoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	String.init(contentsOfFile:usedEncoding:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	String.init(contentsOfFile:usedEncoding:)	file-io-in-async	disk			0.2	25.0					compiled
E	CharacterSet.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0					compiled
W	bundled	contentsOfFile
E	CharacterSet.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0					compiled
E	FileManager.contents(atPath:)	file-io-in-async	disk			0.1	2.0	likely				compiled
W	bundled	atPath
E	FileManager.contents(atPath:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileManager.contentsEqual(atPath:andPath:)	file-io-in-async	disk			1.0	200.0	likely				compiled
"""#
}
