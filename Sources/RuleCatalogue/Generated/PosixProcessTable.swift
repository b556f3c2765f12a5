/// What `rules/effects/posix-process.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixProcess: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	system(_:)	process-wait-in-async	child		u	50.0	10000.0			,linux		compiled		swift-subprocess: `let result = try await run(…)`
E	pclose(_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		swift-subprocess: `let result = try await run(…)`
E	popen(_:_:)	process-wait-in-async	child			1.0	8.0					compiled		swift-subprocess: `let result = try await run(…)`
E	posix_spawn(_:_:_:_:_:_:)	process-wait-in-async	child			1.0	8.0					compiled		swift-subprocess: `let result = try await run(…)`
E	posix_spawnp(_:_:_:_:_:_:)	process-wait-in-async	child			1.0	8.0					compiled		swift-subprocess: `let result = try await run(…)`
E	wait(_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		DispatchSource.makeProcessSource or a SIGCHLD source and a continuation; or swift-subprocess
E	waitpid(_:_:_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		DispatchSource.makeProcessSource or a SIGCHLD source and a continuation; or swift-subprocess
U	mentions	2	WNOHANG
E	wait3(_:_:_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		DispatchSource.makeProcessSource or a SIGCHLD source and a continuation; or swift-subprocess
U	mentions	1	WNOHANG
E	wait4(_:_:_:_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		DispatchSource.makeProcessSource or a SIGCHLD source and a continuation; or swift-subprocess
U	mentions	2	WNOHANG
E	waitid(_:_:_:_:)	process-wait-in-async	child		u	50.0	10000.0					compiled		DispatchSource.makeProcessSource or a SIGCHLD source and a continuation; or swift-subprocess
U	mentions	3	WNOHANG
"""#
}
