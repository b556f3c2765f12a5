/// What `rules/effects/swiftui.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftui: StaticString = #"""
L	SwiftUI	SwiftUI,SwiftUICore,Charts,WidgetKit
T	View	protocol		MainActor
T	App	protocol		MainActor
T	Scene	protocol		MainActor
T	ViewModifier	protocol		MainActor
T	Commands	protocol		MainActor
T	ToolbarContent	protocol		MainActor
T	UIViewRepresentable	protocol		MainActor
T	UIViewControllerRepresentable	protocol		MainActor
T	NSViewRepresentable	protocol		MainActor
T	NSViewControllerRepresentable	protocol		MainActor
T	DynamicProperty	protocol
T	ButtonStyle	protocol		MainActor
T	PrimitiveButtonStyle	protocol		MainActor
T	LabelStyle	protocol		MainActor
T	ToggleStyle	protocol		MainActor
T	ProgressViewStyle	protocol		MainActor
T	TableRowContent	protocol		MainActor
T	TableColumnContent	protocol		MainActor
T	CustomizableToolbarContent	protocol		MainActor
T	State	struct
M	wrappedValue	Value
M	projectedValue	Binding<Value>
T	Binding	struct
M	wrappedValue	Value
C	View.onAppear(perform:)	perform	perform	main
C	View.onDisappear(perform:)	perform	perform	main
C	View.onTapGesture(count:perform:)	count	perform	main
C	View.onLongPressGesture(minimumDuration:maximumDistance:perform:onPressingChanged:)	minimumDuration,maximumDistance,onPressingChanged	perform	main
C	View.onChange(of:perform:)		perform	main
C	View.onChange(of:initial:_:)	initial	2	main
C	View.onReceive(_:perform:)		perform	main
C	View.onOpenURL(perform:)		perform	main
C	View.onSubmit(of:_:)	of	1	main
C	View.onHover(perform:)		perform	main
C	View.onDrop(of:isTargeted:perform:)		perform	main
C	View.onDelete(perform:)		perform	main
C	View.onMove(perform:)		perform	main
C	View.onContinueUserActivity(_:perform:)		perform	main
C	View.task(priority:_:)	priority	1	main
C	View.task(id:priority:_:)	priority	2	main
C	View.task(name:priority:_:)	name,priority	2	main
C	View.task(id:name:priority:_:)	name,priority	3	main
C	View.refreshable(action:)		action	main
C	View.fileImporter(isPresented:allowedContentTypes:onCompletion:)		onCompletion	main
C	View.fileImporter(isPresented:allowedContentTypes:allowsMultipleSelection:onCompletion:)		onCompletion	main
C	View.fileExporter(isPresented:document:contentType:defaultFilename:onCompletion:)	defaultFilename	onCompletion	main
C	View.sheet(isPresented:onDismiss:content:)	onDismiss	onDismiss	main
C	View.sheet(isPresented:onDismiss:content:)	onDismiss	content	main
C	View.toolbar(content:)		content	main
C	View.alert(_:isPresented:actions:)		actions	main
C	View.alert(_:isPresented:actions:message:)		actions	main
C	View.contextMenu(menuItems:)		menuItems	main
C	View.swipeActions(edge:allowsFullSwipe:content:)	edge,allowsFullSwipe	content	main
C	View.overlay(alignment:content:)	alignment	content	main
C	View.background(alignment:content:)	alignment	content	main
C	DynamicViewContent.onDelete(perform:)		perform	main
C	DynamicViewContent.onMove(perform:)		perform	main
C	Scene.backgroundTask(_:action:)		action	pool
C	Scene.onChange(of:initial:_:)	initial	2	main
C	Button.init(action:label:)		action	main
C	Button.init(role:action:label:)	role	action	main
C	Button.init(_:action:)		action	main
C	Button.init(_:systemImage:action:)		action	main
C	Button.init(_:role:action:)	role	action	main
C	Button.init(_:systemImage:role:action:)	role	action	main
C	Button.init(action:label:)		label	main
C	VStack.init(alignment:spacing:content:)	alignment,spacing	content	main
C	HStack.init(alignment:spacing:content:)	alignment,spacing	content	main
C	LazyVStack.init(alignment:spacing:pinnedViews:content:)	alignment,spacing,pinnedViews	content	main
C	LazyHStack.init(alignment:spacing:pinnedViews:content:)	alignment,spacing,pinnedViews	content	main
C	ZStack.init(alignment:content:)	alignment	content	main
C	List.init(content:)		content	main
C	Form.init(content:)		content	main
C	Group.init(content:)		content	main
C	Section.init(content:)		content	main
C	NavigationStack.init(root:)		root	main
C	NavigationView.init(content:)		content	main
C	WindowGroup.init(content:)		content	main
C	ScrollView.init(_:showsIndicators:content:)	_,showsIndicators	content	main
C	ForEach.init(_:content:)		content	main
C	ForEach.init(_:id:content:)		content	main
C	List.init(_:rowContent:)		rowContent	main
C	GeometryReader.init(content:)		content	main
C	Binding.init(get:set:)		get	elsewhere
C	Binding.init(get:set:)		set	elsewhere
C	withAnimation(_:_:)	_	1	in-place
C	withTransaction(_:_:)		1	in-place
C	withObservationTracking(_:onChange:)		0	in-place
C	withObservationTracking(_:onChange:)		onChange	elsewhere
"""#
}
