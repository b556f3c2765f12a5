/// What `rules/effects/core-foundation.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let coreFoundation: StaticString = #"""
L	Core Foundation	CoreFoundation,Foundation,UIKit,AppKit,Cocoa,SwiftUI
E	CFRunLoopRun()	future-wait-in-async	future-work		ut	10.0	1000.0			,apple		memory		Iterate an AsyncStream, or suspend on a continuation
E	CFRunLoopRunInMode(_:_:_:)	future-wait-in-async	future-work		t	10.0	1000.0			,apple		memory		Task.sleep, or an AsyncStream
U	zero	1
"""#
}
