/// What `rules/effects/uikit-types.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let uikitTypes: StaticString = #"""
L	UIKit	UIKit,SwiftUI,WatchKit
T	UIResponder	class	NSObject	MainActor
T	UIViewController	class	UIResponder	MainActor
M	view	UIView?
M	navigationController	UINavigationController?
T	UIView	class	UIResponder	MainActor
M	window	UIWindow?
M	superview	UIView?
M	subviews	[UIView]
T	UITableViewController	class	UIViewController	MainActor
T	UICollectionViewController	class	UIViewController	MainActor
T	UINavigationController	class	UIViewController	MainActor
T	UITabBarController	class	UIViewController	MainActor
T	UIPageViewController	class	UIViewController	MainActor
T	UISplitViewController	class	UIViewController	MainActor
T	UIAlertController	class	UIViewController	MainActor
T	UIHostingController	class	UIViewController	MainActor
T	UISearchController	class	UIViewController	MainActor
T	UIActivityViewController	class	UIViewController	MainActor
T	UIImagePickerController	class	UIViewController	MainActor
T	UIWindow	class	UIView	MainActor
T	UILabel	class	UIView	MainActor
T	UIImageView	class	UIView	MainActor
T	UIScrollView	class	UIView	MainActor
T	UIStackView	class	UIView	MainActor
T	UIControl	class	UIView	MainActor
T	UITableViewCell	class	UIView	MainActor
T	UICollectionReusableView	class	UIView	MainActor
T	UIProgressView	class	UIView	MainActor
T	UIButton	class	UIControl	MainActor
T	UITextField	class	UIControl	MainActor
T	UISwitch	class	UIControl	MainActor
T	UISlider	class	UIControl	MainActor
T	UIDatePicker	class	UIControl	MainActor
T	UISegmentedControl	class	UIControl	MainActor
T	UITableView	class	UIScrollView	MainActor
T	UICollectionView	class	UIScrollView	MainActor
T	UITextView	class	UIScrollView	MainActor
T	UICollectionViewCell	class	UICollectionReusableView	MainActor
T	UIApplication	class	UIResponder	MainActor
M	shared	UIApplication
T	UIDevice	class	NSObject	MainActor
M	current	UIDevice
T	UIScreen	class	NSObject	MainActor
T	UIDocument	class	NSObject
T	UIPasteboard	class	NSObject
M	general	UIPasteboard
T	UIImage	class	NSObject,Sendable
M	preparingForDisplay()	UIImage?
M	preparingThumbnail(of:)	UIImage?
M	pngData()	Data?
M	jpegData(compressionQuality:)	Data?
"""#
}
