/// What `rules/effects/ui-delegates.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let uiDelegates: StaticString = #"""
L	UIKit and AppKit	UIKit,AppKit,Cocoa,SwiftUI,WatchKit
T	UIApplicationDelegate	protocol		MainActor
T	UIWindowSceneDelegate	protocol		MainActor
T	UISceneDelegate	protocol		MainActor
T	UITableViewDataSource	protocol		MainActor
T	UITableViewDelegate	protocol		MainActor
T	UICollectionViewDataSource	protocol		MainActor
T	UICollectionViewDelegate	protocol		MainActor
T	UITextFieldDelegate	protocol		MainActor
T	UIScrollViewDelegate	protocol		MainActor
T	NSApplicationDelegate	protocol		MainActor
T	NSWindowDelegate	protocol		MainActor
T	NSTableViewDataSource	protocol		MainActor
T	NSTableViewDelegate	protocol		MainActor
T	NSOutlineViewDataSource	protocol		MainActor
T	NSOutlineViewDelegate	protocol		MainActor
T	NSTextViewDelegate	protocol		MainActor
T	NSMenuDelegate	protocol		MainActor
T	NSToolbarDelegate	protocol		MainActor
T	WKExtensionDelegate	protocol		MainActor
T	WKApplicationDelegate	protocol		MainActor
T	CPTemplateApplicationSceneDelegate	protocol		MainActor
"""#
}
