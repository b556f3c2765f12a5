/// What `rules/effects/swift-data.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftData: StaticString = #"""
L	SwiftData	SwiftData
T	ModelContainer	class
M	mainContext	ModelContext
T	ModelContext	class
M	container	ModelContainer
T	ModelActor	protocol	Actor
M	modelContext	ModelContext
M	modelContainer	ModelContainer
E	ModelContainer.init(for:configurations:)	database-call-in-async	database	configurations		20.0	2000.0	never		,apple		memory
E	ModelContainer.init(for:migrationPlan:configurations:)	database-call-in-async	database	migrationPlan,configurations		20.0	2000.0	never		,apple		memory
E	ModelContext.save()	database-call-in-async	database			2.0	100.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.fetch(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.fetch(_:batchSize:)	database-call-in-async	database			0.5	50.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.fetchCount(_:)	database-call-in-async	database			0.2	20.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.fetchIdentifiers(_:)	database-call-in-async	database			0.2	20.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.delete(model:where:includeSubclasses:)	database-call-in-async	database	where,includeSubclasses		2.0	200.0	never		,apple		memory		Move the work into a `@ModelActor`
E	ModelContext.transaction(block:)	database-call-in-async	database			2.0	100.0	never		,apple		memory		Move the work into a `@ModelActor`
C	ModelContext.transaction(block:)		block	in-place
C	ModelContext.enumerate(_:batchSize:allowEscapingMutations:block:)	batchSize,allowEscapingMutations	block	in-place
"""#
}
