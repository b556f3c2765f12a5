/// What `rules/effects/posix-terminal.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixTerminal: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	getchar()	terminal-input-in-async	person		u	5000.0	60000.0					compiled
E	getchar_unlocked()	terminal-input-in-async	person		u	5000.0	60000.0					compiled
E	getpass(_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
E	readpassphrase(_:_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0			,apple		docs
E	tcdrain(_:)	file-io-in-async	peer			1.0	100.0					compiled
E	vscanf(_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
"""#
}
