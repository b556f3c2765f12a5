/// What `rules/effects/core-data.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let coreData: StaticString = #"""
L	Core Data	CoreData
T	NSPersistentContainer	class	NSObject
M	viewContext	NSManagedObjectContext
M	newBackgroundContext()	NSManagedObjectContext
M	persistentStoreCoordinator	NSPersistentStoreCoordinator
M	name	String
T	NSPersistentCloudKitContainer	class	NSPersistentContainer
T	NSManagedObjectContext	class	NSObject
M	parent	NSManagedObjectContext?
M	persistentStoreCoordinator	NSPersistentStoreCoordinator?
M	object(with:)	NSManagedObject
M	existingObject(with:)	NSManagedObject
T	NSManagedObject	class	NSObject
M	managedObjectContext	NSManagedObjectContext?
T	NSPersistentStoreCoordinator	class	NSObject
T	NSFetchedResultsController	class	NSObject
M	managedObjectContext	NSManagedObjectContext
T	NSMigrationManager	class	NSObject
E	NSManagedObjectContext.performAndWait(_:)	database-call-in-async	database			0.5	100.0	likely		,apple		docs		`try await context.perform { … }`
E	NSManagedObjectContext.save()	database-call-in-async	database			2.0	100.0	never		,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.fetch(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.count(for:)	database-call-in-async	database			0.5	50.0	never		,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.execute(_:)	database-call-in-async	database			2.0	200.0	never		,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.existingObject(with:)	database-call-in-async	database			0.1	25.0	likely		,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.refresh(_:mergeChanges:)	database-call-in-async	database			0.02	8.0		likely	,apple		memory		`try await context.perform { … }`
E	NSManagedObjectContext.obtainPermanentIDs(for:)	database-call-in-async	database			0.5	25.0	likely		,apple		memory
E	NSFetchedResultsController.performFetch()	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	NSMigrationManager.migrateStore(from:sourceType:options:with:toDestinationURL:destinationType:destinationOptions:)	database-call-in-async	database			500.0	30000.0	likely		,apple		memory
E	NSMigrationManager.migrateStore(from:type:options:mapping:to:type:options:)	database-call-in-async	database	options		500.0	30000.0	likely		,apple		memory
E	NSPersistentContainer.loadPersistentStores(completionHandler:)	database-call-in-async	database			20.0	2000.0	likely		,apple		memory		Set shouldAddStoreAsynchronously on the store description
E	NSPersistentStoreCoordinator.addPersistentStore(ofType:configurationName:at:options:)	database-call-in-async	database	options		20.0	2000.0	likely		,apple		memory
E	NSPersistentStoreCoordinator.addPersistentStore(type:configuration:at:options:)	database-call-in-async	database	configuration,options		20.0	2000.0	likely		,apple		memory
E	NSPersistentStoreCoordinator.performAndWait(_:)	database-call-in-async	database			0.5	100.0	likely		,apple		memory		`try await coordinator.perform { … }`
C	NSManagedObjectContext.perform(_:)		0	dispatch
C	NSPersistentStoreCoordinator.perform(_:)		0	dispatch
C	NSManagedObjectContext.perform(schedule:_:)	schedule	1	dispatch
C	NSManagedObjectContext.performAndWait(_:)		0	in-place
C	NSPersistentStoreCoordinator.performAndWait(_:)		0	in-place
C	NSPersistentContainer.performBackgroundTask(_:)		0	dispatch
C	NSPersistentContainer.loadPersistentStores(completionHandler:)		completionHandler	in-place
"""#
}
