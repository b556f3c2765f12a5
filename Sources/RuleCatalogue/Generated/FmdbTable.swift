/// What `rules/effects/fmdb.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let fmdb: StaticString = #"""
L	FMDB	FMDB
T	FMDatabase	class	NSObject
T	FMDatabaseQueue	class	NSObject
T	FMDatabasePool	class	NSObject
E	FMDatabase.executeQuery(_:values:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeUpdate(_:values:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeQuery(_:withArgumentsIn:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeQuery(_:withParameterDictionary:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeUpdate(_:withArgumentsIn:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeUpdate(_:withParameterDictionary:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.executeStatements(_:)	database-call-in-async	database			0.5	50.0	likely		,apple		memory
E	FMDatabase.open()	database-call-in-async	database			0.5	25.0	never		,apple		memory
E	FMDatabaseQueue.inDatabase(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory
E	FMDatabaseQueue.inTransaction(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory
E	FMDatabasePool.inDatabase(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory
E	FMDatabasePool.inTransaction(_:)	database-call-in-async	database			0.5	50.0	never		,apple		memory
C	FMDatabaseQueue.inDatabase(_:)		0	in-place
C	FMDatabaseQueue.inTransaction(_:)		0	in-place
C	FMDatabasePool.inDatabase(_:)		0	in-place
C	FMDatabasePool.inTransaction(_:)		0	in-place
"""#
}
