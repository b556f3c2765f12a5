/// What `rules/effects/results-dispatch.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let resultsDispatch: StaticString = #"""
L	Dispatch	Dispatch,Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
T	DispatchGroup
M	wait()	Void
M	wait(timeout:)	DispatchTimeoutResult
M	wait(wallTimeout:)	DispatchTimeoutResult
T	DispatchQueue
M	concurrentPerform(iterations:execute:)	Void
T	DispatchSemaphore
M	signal()	Int
M	wait()	Void
M	wait(timeout:)	DispatchTimeoutResult
M	wait(wallTimeout:)	DispatchTimeoutResult
T	DispatchWorkItem
M	perform()	Void
M	wait()	Void
M	wait(timeout:)	DispatchTimeoutResult
M	wait(wallTimeout:)	DispatchTimeoutResult
"""#
}
