/// What `rules/effects/personal-data.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let personalData: StaticString = #"""
L	Contacts, EventKit, Photos and HealthKit	Contacts,ContactsUI,EventKit,EventKitUI,Photos,PhotosUI,HealthKit,CloudKit
T	PHPhotoLibrary	class	NSObject
M	shared()	PHPhotoLibrary
T	PHImageManager	class	NSObject
M	default()	PHImageManager
T	PHCachingImageManager	class	PHImageManager
T	CNContactStore	class	NSObject
T	EKEventStore	class	NSObject
T	PHAsset	class	NSObject
E	CNContactStore.enumerateContacts(with:usingBlock:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	CNContactStore.unifiedContacts(matching:keysToFetch:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	CNContactStore.execute(_:)	database-call-in-async	database			10.0	500.0	never		,apple		memory
E	CNContactStore.unifiedContact(withIdentifier:keysToFetch:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	EKEventStore.events(matching:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	EKEventStore.save(_:span:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	EKEventStore.save(_:span:commit:)	database-call-in-async	database			10.0	500.0	likely		,apple		memory
E	PHAsset.fetchAssets(with:options:)	database-call-in-async	database			5.0	200.0	likely		,apple		memory
E	PHAsset.fetchAssets(withLocalIdentifiers:options:)	database-call-in-async	database			5.0	200.0	likely		,apple		memory
E	PHAsset.fetchAssets(in:options:)	database-call-in-async	database			5.0	200.0	likely		,apple		memory
E	PHImageManager.requestImage(for:targetSize:contentMode:options:resultHandler:)	blocking-in-async	peer		u	50.0	5000.0	never	likely	,apple		docs		Leave isSynchronous false and resume a continuation from the handler
W	mentions	options	isSynchronous
E	PHImageManager.requestImageDataAndOrientation(for:options:resultHandler:)	blocking-in-async	peer		u	50.0	5000.0	never	likely	,apple		memory		Leave isSynchronous false and resume a continuation from the handler
W	mentions	options	isSynchronous
E	PHPhotoLibrary.performChangesAndWait(_:)	database-call-in-async	database			50.0	2000.0	likely		,apple		memory		`try await library.performChanges { … }`
C	CNContactStore.enumerateContacts(with:usingBlock:)		usingBlock	in-place
C	PHPhotoLibrary.performChangesAndWait(_:)		0	in-place
C	PHPhotoLibrary.performChanges(_:completionHandler:)	completionHandler	0	dispatch
C	PHImageManager.requestImage(for:targetSize:contentMode:options:resultHandler:)		resultHandler	elsewhere
"""#
}
