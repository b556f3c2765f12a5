/// What `rules/effects/foundation-process.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationProcess: StaticString = #"""
L	Foundation	Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	Process.waitUntilExit()	process-wait-in-async	child		u	50.0	10000.0	likely				compiled		Resume a continuation from terminationHandler, or use swift-subprocess: `let result = try await run(…)`
E	Process.run()	process-wait-in-async	child			1.0	8.0	never	possible			compiled
E	Process.run(_:arguments:terminationHandler:)	process-wait-in-async	child	terminationHandler		1.0	8.0		possible			compiled
E	Process.launch()	process-wait-in-async	child			1.0	8.0	never	possible			compiled
E	Process.launchedProcess(launchPath:arguments:)	process-wait-in-async	child			1.0	8.0	likely	possible			compiled
E	NSAppleScript.executeAndReturnError(_:)	process-wait-in-async	child		u	50.0	5000.0	likely		,apple		memory		NSUserAppleScriptTask.execute(withAppleEvent:) is async
"""#
}
