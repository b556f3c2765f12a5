/// What `rules/effects/uikit-appkit.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let uikitAppkit: StaticString = #"""
L	UIKit and AppKit	UIKit,AppKit,Cocoa,SwiftUI
E	NSImage.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0	never		,apple		memory		Fetch it with URLSession.shared.data(from:)
W	remote	contentsOf
E	NSImage.init(contentsOf:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	NSImage.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	UIImage.init(contentsOfFile:)	file-io-in-async	disk			0.1	2.0	never		,apple		memory
W	bundled	contentsOfFile
E	UIImage.init(contentsOfFile:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	UIImage.jpegData(compressionQuality:)	cpu-heavy-in-async	cpu			20.0	200.0	likely		,apple		memory
E	UIImage.pngData()	cpu-heavy-in-async	cpu			20.0	200.0	likely		,apple		memory
E	UIImage.preparingForDisplay()	cpu-heavy-in-async	cpu			20.0	200.0	likely		,apple		memory	await {receiver}.byPreparingForDisplay()
E	UIImage.preparingThumbnail(of:)	cpu-heavy-in-async	cpu			20.0	200.0	likely		,apple		memory	await {receiver}.byPreparingThumbnail(ofSize: {of})
E	UIPasteboard.string	network-io-in-async	peer			1.0	500.0	never	likely	,apple		memory		With the universal clipboard this fetches from another device: ask detectPatterns first
E	NSAlert.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never		,apple		memory		`await alert.beginSheetModal(for: window)`
W	context	async
E	NSAlert.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never	possible	,apple		memory		`await alert.beginSheetModal(for: window)`
E	NSSavePanel.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never		,apple		memory	await {receiver}.begin()
W	context	async
E	NSSavePanel.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never	possible	,apple		memory	await {receiver}.begin()
E	NSOpenPanel.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never		,apple		memory	await {receiver}.begin()
W	context	async
E	NSOpenPanel.runModal()	future-wait-in-async	person		u	5000.0	60000.0	never	possible	,apple		memory	await {receiver}.begin()
E	NSApplication.runModal(for:)	future-wait-in-async	person		u	5000.0	60000.0	likely		,apple		memory		`await window.beginSheet(sheet)`
W	context	async
E	NSApplication.runModal(for:)	future-wait-in-async	person		u	5000.0	60000.0	never	possible	,apple		memory		`await window.beginSheet(sheet)`
E	NSWorkspace.unmountAndEjectDevice(at:)	file-io-in-async	disk			800.0	20000.0	likely		,apple		memory
E	NSWorkspace.unmountAndEjectDevice(atPath:)	file-io-in-async	disk			800.0	20000.0	likely		,apple		memory
E	NSWorkspace.launchApplication(_:)	process-wait-in-async	child			200.0	3000.0	likely		,apple		memory		`try await NSWorkspace.shared.openApplication(at:configuration:)`
C	UIView.animate(withDuration:animations:)		animations	in-place
C	UIView.animate(withDuration:animations:completion:)	completion	animations	in-place
C	UIView.animate(withDuration:animations:completion:)	completion	completion	main
C	UIViewController.present(_:animated:completion:)	completion	completion	main
C	UIViewController.dismiss(animated:completion:)	completion	completion	main
C	UIAction.init(title:image:handler:)	title,image	handler	main
C	UIAlertAction.init(title:style:handler:)	handler	handler	main
C	NSAlert.beginSheetModal(for:completionHandler:)	completionHandler	completionHandler	main
C	NSSavePanel.begin(completionHandler:)		completionHandler	main
C	NSSavePanel.beginSheetModal(for:completionHandler:)		completionHandler	main
C	NSWindow.beginSheet(_:completionHandler:)	completionHandler	completionHandler	main
C	NSAnimationContext.runAnimationGroup(_:completionHandler:)	completionHandler	0	in-place
"""#
}
