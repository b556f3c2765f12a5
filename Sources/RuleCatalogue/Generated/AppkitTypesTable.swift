/// What `rules/effects/appkit-types.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let appkitTypes: StaticString = #"""
L	AppKit	AppKit,Cocoa,SwiftUI
T	NSResponder	class	NSObject	MainActor
T	NSViewController	class	NSResponder	MainActor
M	view	NSView
T	NSView	class	NSResponder	MainActor
M	window	NSWindow?
T	NSWindow	class	NSResponder	MainActor
T	NSWindowController	class	NSResponder	MainActor
T	NSApplication	class	NSResponder	MainActor
T	NSPopover	class	NSResponder	MainActor
T	NSSplitViewController	class	NSViewController	MainActor
T	NSTabViewController	class	NSViewController	MainActor
T	NSHostingController	class	NSViewController	MainActor
T	NSControl	class	NSView	MainActor
T	NSTextView	class	NSView	MainActor
T	NSScrollView	class	NSView	MainActor
T	NSTableView	class	NSView	MainActor
T	NSOutlineView	class	NSView	MainActor
T	NSCollectionView	class	NSView	MainActor
T	NSStackView	class	NSView	MainActor
T	NSVisualEffectView	class	NSView	MainActor
T	NSHostingView	class	NSView	MainActor
T	NSButton	class	NSControl	MainActor
T	NSTextField	class	NSControl	MainActor
T	NSImageView	class	NSControl	MainActor
T	NSPopUpButton	class	NSControl	MainActor
T	NSPanel	class	NSWindow	MainActor
T	NSSavePanel	class	NSPanel	MainActor
M	url	URL?
T	NSOpenPanel	class	NSSavePanel	MainActor
M	urls	[URL]
T	NSAlert	class	NSObject	MainActor
T	NSDocument	class	NSObject	MainActor
T	NSStatusItem	class	NSObject	MainActor
T	NSMenu	class	NSObject	MainActor
T	NSWorkspace	class	NSObject
M	shared	NSWorkspace
T	NSImage	class	NSObject
"""#
}
