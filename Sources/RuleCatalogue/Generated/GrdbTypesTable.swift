/// What `rules/effects/grdb-types.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let grdbTypes: StaticString = #"""
L	GRDB	GRDB,GRDBCustomSQLite
T	DatabaseReader	protocol
M	configuration	Configuration
M	path	String
T	DatabaseWriter	protocol	DatabaseReader
T	DatabaseQueue	class	DatabaseWriter
M	path	String
M	inMemoryCopy(fromPath:)	DatabaseQueue
T	DatabasePool	class	DatabaseWriter
M	makeSnapshot()	DatabaseSnapshot
M	makeSnapshotPool()	DatabaseSnapshotPool
T	AnyDatabaseReader	class	DatabaseReader
T	AnyDatabaseWriter	class	DatabaseWriter
T	DatabaseSnapshotReader	protocol	DatabaseReader
T	DatabaseSnapshot	class	DatabaseSnapshotReader
T	DatabaseSnapshotPool	class	DatabaseSnapshotReader
T	DatabaseMigrator	struct
T	Database	class
C	DatabaseReader.read(_:)		0	thread
C	DatabaseReader.unsafeRead(_:)		0	thread
C	DatabaseWriter.read(_:)		0	thread
C	DatabaseWriter.unsafeRead(_:)		0	thread
C	DatabaseWriter.write(_:)		0	thread
C	DatabaseWriter.writeWithoutTransaction(_:)		0	thread
C	DatabaseWriter.barrierWriteWithoutTransaction(_:)		0	thread
C	DatabaseQueue.read(_:)		0	thread
C	DatabaseQueue.unsafeRead(_:)		0	thread
C	DatabaseQueue.write(_:)		0	thread
C	DatabaseQueue.writeWithoutTransaction(_:)		0	thread
C	DatabaseQueue.barrierWriteWithoutTransaction(_:)		0	thread
C	DatabasePool.read(_:)		0	thread
C	DatabasePool.unsafeRead(_:)		0	thread
C	DatabasePool.write(_:)		0	thread
C	DatabasePool.writeWithoutTransaction(_:)		0	thread
C	DatabasePool.barrierWriteWithoutTransaction(_:)		0	thread
C	DatabaseReader.unsafeReentrantRead(_:)		0	thread
C	DatabaseWriter.unsafeReentrantWrite(_:)		0	thread
C	DatabaseQueue.inDatabase(_:)		0	thread
C	DatabaseQueue.inTransaction(_:_:)	_	1	thread
C	DatabasePool.writeInTransaction(_:_:)	_	1	thread
C	DatabaseReader.asyncRead(_:)		0	thread
C	DatabaseReader.asyncUnsafeRead(_:)		0	thread
C	DatabaseWriter.asyncWrite(_:completion:)		0	thread
C	DatabaseWriter.asyncWrite(_:completion:)		completion	thread
C	DatabaseWriter.asyncWriteWithoutTransaction(_:)		0	thread
C	DatabaseWriter.asyncBarrierWriteWithoutTransaction(_:)		0	thread
C	DatabaseWriter.spawnConcurrentRead(_:)		0	thread
C	DatabaseMigrator.asyncMigrate(_:completion:)		completion	thread
C	DatabaseMigrator.registerMigration(_:foreignKeyChecks:migrate:)	foreignKeyChecks	migrate	elsewhere
C	ValueObservation.tracking(_:)		0	elsewhere
C	ValueObservation.trackingConstantRegion(_:)		0	elsewhere
C	ValueObservation.start(in:scheduling:onError:onChange:)	scheduling	onChange	elsewhere
C	Database.inTransaction(_:_:)	_	1	in-place
C	Database.inSavepoint(_:)		0	in-place
"""#
}
