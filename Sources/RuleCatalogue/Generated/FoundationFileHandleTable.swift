/// What `rules/effects/foundation-file-handle.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationFileHandle: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	FileHandle.readDataToEndOfFile()	terminal-input-in-async	person		u	5000.0	60000.0	likely				compiled		Read lines with `for try await line in FileHandle.standardInput.bytes.lines` (Apple platforms), or on a thread of your own
W	receiver	standard-input
E	FileHandle.readDataToEndOfFile()	process-wait-in-async	child		u	50.0	10000.0	likely				compiled
W	receiver	pipe
E	FileHandle.readDataToEndOfFile()	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileHandle.readToEnd()	terminal-input-in-async	person		u	5000.0	60000.0	likely				compiled		Read lines with `for try await line in FileHandle.standardInput.bytes.lines` (Apple platforms), or on a thread of your own
W	receiver	standard-input
E	FileHandle.readToEnd()	process-wait-in-async	child		u	50.0	10000.0	likely				compiled
W	receiver	pipe
E	FileHandle.readToEnd()	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileHandle.read(upToCount:)	terminal-input-in-async	person		u	5000.0	60000.0	likely				compiled		Read lines with `for try await line in FileHandle.standardInput.bytes.lines` (Apple platforms), or on a thread of your own
W	receiver	standard-input
E	FileHandle.read(upToCount:)	process-wait-in-async	child		u	50.0	10000.0	likely				compiled
W	receiver	pipe
E	FileHandle.read(upToCount:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileHandle.readData(ofLength:)	terminal-input-in-async	person		u	5000.0	60000.0	likely				compiled		Read lines with `for try await line in FileHandle.standardInput.bytes.lines` (Apple platforms), or on a thread of your own
W	receiver	standard-input
E	FileHandle.readData(ofLength:)	process-wait-in-async	child		u	50.0	10000.0	likely				compiled
W	receiver	pipe
E	FileHandle.readData(ofLength:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileHandle.availableData	terminal-input-in-async	person		u	5000.0	60000.0	likely				compiled		Read lines with `for try await line in FileHandle.standardInput.bytes.lines` (Apple platforms), or on a thread of your own
W	receiver	standard-input
E	FileHandle.availableData	process-wait-in-async	child		u	50.0	10000.0	likely				compiled
W	receiver	pipe
E	FileHandle.availableData	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileHandle.init(forReadingAtPath:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.init(forReadingFrom:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.init(forUpdating:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.init(forUpdatingAtPath:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.init(forWritingAtPath:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.init(forWritingTo:)	file-io-in-async	disk			0.02	5.0	never				compiled
E	FileHandle.write(_:)	file-io-in-async	disk			0.05	8.0	never	likely			compiled
U	receiver	standard-output
E	FileHandle.write(contentsOf:)	file-io-in-async	disk			0.05	8.0	never	likely			compiled
U	receiver	standard-output
E	FileHandle.synchronize()	file-io-in-async	disk			5.0	100.0					compiled
E	FileHandle.synchronizeFile()	file-io-in-async	disk			5.0	100.0					compiled
E	FileHandle.truncate(atOffset:)	file-metadata-in-async	disk			0.02	5.0	likely				compiled
E	FileHandle.truncateFile(atOffset:)	file-metadata-in-async	disk			0.02	5.0	likely				compiled
E	FileHandle.close()	file-metadata-in-async	disk			0.005	1.0	never	possible			compiled
E	FileHandle.closeFile()	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	FileHandle.seek(toFileOffset:)	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	FileHandle.seek(toOffset:)	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	FileHandle.seekToEnd()	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	FileHandle.seekToEndOfFile()	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	FileHandle.offset()	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	FileHandle.offsetInFile	file-metadata-in-async	disk			0.001	0.2		possible			compiled
E	InputStream.init(fileAtPath:)	blocking-in-async	cpu			0.0	0.0	never	possible			compiled
E	InputStream.init(url:)	blocking-in-async	cpu			0.0	0.0	never	possible			compiled
E	InputStream.read(_:maxLength:)	file-io-in-async	disk			0.1	100.0	likely	likely			compiled		Schedule the stream with a delegate, or read it on a thread of your own
E	OutputStream.write(_:maxLength:)	file-io-in-async	disk			0.1	50.0	likely	likely			compiled
E	Stream.open()	file-io-in-async	disk			0.02	5.0	never	likely			compiled
E	InputStream.open()	file-io-in-async	disk			0.02	5.0	never	likely			compiled
E	OutputStream.open()	file-io-in-async	disk			0.02	5.0	never	likely			compiled
"""#
}
