/// What `rules/effects/posix-sleep.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixSleep: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	sleep(_:)	sleep-in-async	time			100.0	5000.0					compiled	try await Task.sleep(for: .seconds({0}))
U	zero	0
E	usleep(_:)	sleep-in-async	time			100.0	5000.0					compiled	try await Task.sleep(for: .microseconds({0}))
U	zero	0
E	nanosleep(_:_:)	sleep-in-async	time			100.0	5000.0					compiled		`try await Task.sleep(for: .nanoseconds(n))`
E	clock_nanosleep(_:_:_:_:)	sleep-in-async	time			100.0	5000.0			,linux		compiled		`try await Task.sleep(until:clock:)`
E	pause()	future-wait-in-async	future-work		ut	10.0	1000.0					compiled		DispatchSource.makeSignalSource, as an AsyncStream
E	sigsuspend(_:)	future-wait-in-async	future-work		ut	10.0	1000.0					compiled		DispatchSource.makeSignalSource, as an AsyncStream
E	sigwait(_:_:)	future-wait-in-async	future-work		ut	10.0	1000.0					compiled		DispatchSource.makeSignalSource, as an AsyncStream
E	sigwaitinfo(_:_:)	future-wait-in-async	future-work		ut	10.0	1000.0			,linux		compiled		DispatchSource.makeSignalSource, as an AsyncStream
E	sigtimedwait(_:_:_:)	future-wait-in-async	future-work		t	10.0	1000.0			,linux		compiled		DispatchSource.makeSignalSource, as an AsyncStream
"""#
}
